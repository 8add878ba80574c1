"""Names as data: countries with what their people are called, well-known places, first names.

Facts, written down by hand: enough to know a country, a capital or a large city by its name, and a
person by a common first name. Everything else `generator.entries.names` learns from the article.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


# country: demonyms
COUNTRIES_WITH_DEMONYMS = _phrases(
    """
    Afghanistan: Afghan | Albania: Albanian | Algeria: Algerian | Andorra: Andorran | Angola:
    Angolan | Argentina: Argentine Argentinian | Armenia: Armenian | Australia: Australian |
    Austria: Austrian | Azerbaijan: Azerbaijani | Bahamas: Bahamian | Bahrain: Bahraini |
    Bangladesh: Bangladeshi | Barbados: Barbadian | Belarus: Belarusian | Belgium: Belgian |
    Belize: Belizean | Benin: Beninese | Bhutan: Bhutanese | Bolivia: Bolivian | Bosnia: Bosnian
    | Botswana: Botswanan | Brazil: Brazilian | Britain: British Briton | Brunei: Bruneian |
    Bulgaria: Bulgarian | Burkina Faso: Burkinabe | Burundi: Burundian | Cambodia: Cambodian |
    Cameroon: Cameroonian | Canada: Canadian | Chad: Chadian | Chile: Chilean | China: Chinese |
    Colombia: Colombian | Congo: Congolese | Costa Rica: Rican | Croatia: Croatian | Cuba: Cuban
    | Cyprus: Cypriot | Czech Republic: Czech | Denmark: Danish Dane | Djibouti: Djiboutian |
    Ecuador: Ecuadorian | Egypt: Egyptian | El Salvador: Salvadoran | England: English |
    Eritrea: Eritrean | Estonia: Estonian | Ethiopia: Ethiopian | Fiji: Fijian | Finland:
    Finnish Finn | France: French | Gabon: Gabonese | Gambia: Gambian | Georgia: Georgian |
    Germany: German | Ghana: Ghanaian | Greece: Greek | Greenland: Greenlandic | Guatemala:
    Guatemalan | Guinea: Guinean | Guyana: Guyanese | Haiti: Haitian | Honduras: Honduran |
    Hungary: Hungarian | Iceland: Icelandic | India: Indian | Indonesia: Indonesian | Iran:
    Iranian | Iraq: Iraqi | Ireland: Irish | Israel: Israeli | Italy: Italian | Ivory Coast:
    Ivorian | Jamaica: Jamaican | Japan: Japanese | Jordan: Jordanian | Kazakhstan: Kazakh |
    Kenya: Kenyan | Kosovo: Kosovar | Kuwait: Kuwaiti | Kyrgyzstan: Kyrgyz | Laos: Laotian |
    Latvia: Latvian | Lebanon: Lebanese | Lesotho: Basotho | Liberia: Liberian | Libya: Libyan |
    Liechtenstein: Liechtensteiner | Lithuania: Lithuanian | Luxembourg: Luxembourgish |
    Macedonia: Macedonian | Madagascar: Malagasy | Malawi: Malawian | Malaysia: Malaysian |
    Maldives: Maldivian | Mali: Malian | Malta: Maltese | Mauritania: Mauritanian | Mauritius:
    Mauritian | Mexico: Mexican | Moldova: Moldovan | Monaco: Monegasque | Mongolia: Mongolian |
    Montenegro: Montenegrin | Morocco: Moroccan | Mozambique: Mozambican | Myanmar: Burmese |
    Namibia: Namibian | Nepal: Nepalese Nepali | Netherlands: Dutch | New Zealand: Zealander |
    Nicaragua: Nicaraguan | Niger: Nigerien | Nigeria: Nigerian | North Korea: Korean | Norway:
    Norwegian | Oman: Omani | Pakistan: Pakistani | Palestine: Palestinian | Panama: Panamanian
    | Paraguay: Paraguayan | Peru: Peruvian | Philippines: Philippine Filipino | Poland: Polish
    Pole | Portugal: Portuguese | Qatar: Qatari | Romania: Romanian | Russia: Russian | Rwanda:
    Rwandan | Saudi Arabia: Saudi | Scotland: Scottish Scot | Senegal: Senegalese | Serbia:
    Serbian Serb | Sierra Leone: Leonean | Singapore: Singaporean | Slovakia: Slovak | Slovenia:
    Slovenian Slovene | Somalia: Somali | South Africa: African | South Korea: Korean | South
    Sudan: Sudanese | Soviet Union: Soviet | Spain: Spanish Spaniard | Sri Lanka: Lankan |
    Sudan: Sudanese | Suriname: Surinamese | Sweden: Swedish Swede | Switzerland: Swiss | Syria:
    Syrian | Taiwan: Taiwanese | Tajikistan: Tajik | Tanzania: Tanzanian | Thailand: Thai |
    Tibet: Tibetan | Togo: Togolese | Tunisia: Tunisian | Turkey: Turkish Turk | Turkmenistan:
    Turkmen | Uganda: Ugandan | Ukraine: Ukrainian | United Arab Emirates: Emirati | United
    Kingdom: British | United States: American | Uruguay: Uruguayan | Uzbekistan: Uzbek |
    Vatican: Vatican | Venezuela: Venezuelan | Vietnam: Vietnamese | Wales: Welsh | Yemen:
    Yemeni | Yugoslavia: Yugoslav | Zambia: Zambian | Zimbabwe: Zimbabwean | Europe: European |
    Asia: Asian | Africa: African | Catalonia: Catalan | Quebec: Quebecois | Chechnya: Chechen |
    Kurdistan: Kurdish | Gaza: Gazan | Bavaria: Bavarian | Texas: Texan | California:
    Californian | Sicily: Sicilian | Crimea: Crimean | Hawaii: Hawaiian | Antarctica: Antarctic
    """
)

# Demonyms of more than one country, or of none: they say no place.
AMBIGUOUS_DEMONYMS = _words(
    """
    Korean African Sudanese Rican Leonean Lankan Zealander Vatican Pole
    """
)

PLACES = _phrases(
    """
    Abidjan | Abu Dhabi | Abuja | Accra | Addis Ababa | Adelaide | Aden | Aleppo | Alexandria |
    Algiers | Amman | Amsterdam | Ankara | Antwerp | Athens | Atlanta | Auckland | Austin |
    Baghdad | Baku | Bali | Baltimore | Bamako | Bangkok | Barcelona | Basra | Beijing | Beirut
    | Belfast | Belgrade | Benghazi | Berlin | Bern | Birmingham | Bogota | Bologna | Bombay |
    Bonn | Bordeaux | Boston | Brasilia | Bratislava | Brisbane | Bristol | Brussels | Bucharest
    | Budapest | Buenos Aires | Cairo | Calais | Calcutta | Calgary | Cambridge | Canberra |
    Cape Town | Caracas | Cardiff | Casablanca | Chennai | Chernobyl | Chicago | Cleveland |
    Cologne | Colombo | Copenhagen | Dakar | Dallas | Damascus | Dar es Salaam | Darwin | Delhi
    | Denver | Detroit | Dhaka | Doha | Dresden | Dubai | Dublin | Durban | Edinburgh | Florence
    | Frankfurt | Fukushima | Geneva | Genoa | Gibraltar | Glasgow | Gothenburg | Grozny | Hague
    | Haifa | Hamburg | Hanoi | Harare | Havana | Hebron | Helsinki | Hiroshima | Hobart | Ho
    Chi Minh City | Hong Kong | Honolulu | Houston | Hyderabad | Islamabad | Istanbul | Jakarta
    | Jerusalem | Johannesburg | Kabul | Kampala | Kandahar | Karachi | Kashmir | Kathmandu |
    Kharkiv | Khartoum | Kiev | Kyiv | Kigali | Kingston | Kinshasa | Kolkata | Krakow | Kuala
    Lumpur | Kyoto | Lagos | Lahore | Lausanne | Leeds | Leipzig | Leningrad | Lima | Lisbon |
    Liverpool | Ljubljana | London | Los Angeles | Luanda | Lusaka | Lyon | Madrid | Mali |
    Managua | Manchester | Manila | Maputo | Marseille | Mecca | Medina | Melbourne | Memphis |
    Mexico City | Miami | Milan | Minneapolis | Minsk | Mogadishu | Monrovia | Montevideo |
    Montreal | Moscow | Mosul | Mumbai | Munich | Nagasaki | Nairobi | Najaf | Naples | Nassau |
    New Delhi | New Orleans | New York | New York City | Nice | Odessa | Osaka | Oslo | Ottawa |
    Oxford | Panama City | Paris | Perth | Peshawar | Philadelphia | Phnom Penh | Phoenix |
    Pittsburgh | Portland | Prague | Pretoria | Pyongyang | Quito | Rabat | Ramallah | Rangoon |
    Reykjavik | Riga | Rio de Janeiro | Riyadh | Rome | Rotterdam | Saigon | Saint Petersburg |
    Salt Lake City | San Diego | San Francisco | San Jose | Santiago | Sao Paulo | São Paulo |
    Sarajevo | Seattle | Seoul | Shanghai | Shenzhen | Sofia | Southampton | Srebrenica |
    Stalingrad | Stockholm | Strasbourg | Stuttgart | Sydney | Taipei | Tallinn | Tashkent |
    Tbilisi | Tehran | Tel Aviv | Tikrit | Tirana | Tokyo | Toronto | Toulouse | Tripoli | Tunis
    | Turin | Ulaanbaatar | Valencia | Vancouver | Venice | Versailles | Vienna | Vilnius |
    Vladivostok | Warsaw | Wellington | Winnipeg | Wuhan | Yangon | Yerevan | Yokohama | Zagreb
    | Zurich | Fallujah | Falluja | Homs | Idlib | Raqqa | Nablus | Jenin | Bethlehem | Rafah |
    Gaza City | Gaza Strip | Khan Younis | West Bank | East Jerusalem | Golan Heights | Sinai |
    Middle East | North Africa | South America | North America | Latin America | Central America
    | Eastern Europe | Western Europe | Southeast Asia | Balkans | Caucasus | Caribbean |
    Mediterranean | Baltic | Black Sea | Red Sea | Persian Gulf | Gulf of Mexico | Atlantic |
    Pacific | Atlantic Ocean | Pacific Ocean | Indian Ocean | Arctic | Mars | Himalayas | Alps |
    Amazon | Sahara | Nile | Donbas | Donetsk | Luhansk | Mariupol | Darfur | Tigray | Kurdistan
    | Alabama | Alaska | Arizona | Arkansas | California | Colorado | Connecticut | Delaware |
    Florida | Hawaii | Idaho | Illinois | Indiana | Iowa | Kansas | Kentucky | Louisiana | Maine
    | Maryland | Massachusetts | Michigan | Minnesota | Mississippi | Missouri | Montana |
    Nebraska | Nevada | New Hampshire | New Jersey | New Mexico | North Carolina | North Dakota
    | Ohio | Oklahoma | Oregon | Pennsylvania | Rhode Island | South Carolina | South Dakota |
    Tennessee | Texas | Utah | Vermont | Virginia | Washington | West Virginia | Wisconsin |
    Wyoming | Ontario | Quebec | Alberta | British Columbia | Queensland | New South Wales |
    Tasmania | Victoria | Normandy | Brittany | Bavaria | Catalonia | Lombardy | Sicily |
    Sardinia | Crete | Corsica | Siberia | Bosnia and Herzegovina | Trinidad and Tobago | Papua
    New Guinea | Northern Ireland | East Timor | Western Sahara | Puerto Rico | Manhattan |
    Brooklyn | Central African Republic | Dominican Republic | Equatorial Guinea | Macau |
    Kosovo | Abkhazia | South Ossetia | Nagorno-Karabakh | Transnistria | Burma | Czechoslovakia
    | Czechia | East Germany | West Germany | Ottoman Empire | Holland | Great Britain | Everett
    | Hollywood | Silicon Valley | Wall Street | KwaZulu-Natal | Gauteng
    """
)

# Other ways to write the same place.
PLACE_VARIANTS = {
    "US": "United States",
    "U.S": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "United States of America": "United States",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "UAE": "United Arab Emirates",
    "USSR": "Soviet Union",
    "DRC": "Democratic Republic of Congo",
    "Gaza Strip": "Gaza",
    "Kiev": "Kyiv",
    "Falluja": "Fallujah",
    "São Paulo": "Sao Paulo",
    "Burma": "Myanmar",
    "The Hague": "Hague",
}

# Part of an organisation's name or another's country, and written in more than one way.
WORD_VARIANTS = {
    "u.s": "us",
    "u.s.": "us",
    "u.k": "uk",
    "u.k.": "uk",
    "u.n": "un",
    "u.n.": "un",
    "e.u": "eu",
    "e.u.": "eu",
    "centre": "center",
    "defence": "defense",
    "organisation": "organization",
    "labour": "labor",
    "dept": "department",
    "corp": "corporation",
    "intl": "international",
    "gov't": "government",
    "co": "company",
}

ORGANIZATIONS = _phrases(
    """
    UN | United Nations | EU | European Union | NATO | OPEC | WHO | IMF | World Bank | IAEA |
    FBI | CIA | NASA | Hamas | Hezbollah | Fatah | Taliban | Al-Qaeda | al-Qaida | Islamic State
    | ISIS | ISIL | Boko Haram | White House | Pentagon | Kremlin | Downing Street | Red Cross |
    Amnesty International | Human Rights Watch | Greenpeace | Interpol | Google | Microsoft |
    Apple | Facebook | Amazon | Twitter | Boeing | Airbus | Toyota | Volkswagen | BP | Shell |
    Exxon | Transocean | Halliburton | Chrysler | Ford | Fiat | General Motors | Ryanair |
    Samsung | Sony | Intel | IBM | Tesla | SpaceX | Netflix | Goldman Sachs | Lehman Brothers |
    JPMorgan Chase | Merrill Lynch | Morgan Stanley | Citigroup | HSBC | Barclays | Fannie Mae |
    Freddie Mac | Federal Reserve | Supreme Court | Congress | Senate | House of Representatives
    | Parliament | Knesset | Bundestag | Scotland Yard | Coast Guard | Air Force | Navy |
    Republicans | Democrats | BBC | CNN | Reuters | Associated Press | Al Jazeera | Guardian |
    New York Times | Washington Post | Wikipedia | YouTube | Uber | Airbnb
    """
)

FIRST_NAMES = _words(
    """
    aaron abdel abdul abdullah abraham ada adam adrian agnes ahmad ahmed aisha alan albert
    alberto alejandro alex alexander alexandra alexei alfred ali alice alison allan allen
    amanda amelia amina amir amy ana anders andre andrea andrei andrew andy angela angelina
    anita ann anna anne annie anthony antonio antony ariel arnold arthur ashley audrey barack
    barbara barry bashar beatrice ben benazir benjamin bernard bernie beth betty bill billy
    bob bobby boris brad bradley brenda brett brian bruce bryan camilla carl carla carlo
    carlos carmen carol caroline carolyn catherine cecilia cesar charles charlie charlotte
    cheryl chloe chris christian christina christine christopher cindy claire clara claude
    claudia colin connie craig cristina cynthia dan daniel danny dave david dean deborah debra
    dennis derek diana diane dick diego dieter dmitry dominic dominique don donald donna
    dorothy doug douglas duncan dwight dylan ed eddie edgar edith eduardo edward edwin eileen
    elaine eleanor elena eli elizabeth ella ellen emily emma emmanuel eric erik ernest esther
    ethan eugene eva evan evelyn fatima felipe felix fernando fiona frances francis francisco
    francois frank fred frederick gabriel gareth gary gavin gene geoff geoffrey george georges
    gerald gerard gerhard gilbert giovanni giuseppe gloria gordon grace graham greg gregory
    guillermo gus gustav guy hannah hans harold harriet harry hassan heather hector heidi
    helen helmut henri henry herbert herman hillary holly howard hugh hugo hussein ian ibrahim
    igor imran indira ingrid irene isaac isabel isabella ismail ivan jack jackie jacob
    jacqueline jacques jake james jamie jan jane janet janice jason jasper javier jay jean
    jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan
    joanna joe joel johan johannes john johnny jon jonathan jordan jorge jose josef joseph
    josh joshua joyce juan judith judy julia julian julie justin kamala karen karim karl kate
    katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin khaled kim kofi
    kristin kurt kyle larry laura lauren laurence lawrence leo leon leonard leonid leslie
    lewis liam linda lisa liz lloyd lord louis louise lucas lucia lucy luis luke lynn mahmoud
    malcolm manuel marc marcel marco marcus margaret maria marie marilyn mario marion mark
    marsha martha martin marvin mary mathew matt matthew maureen maurice max megan mehmet
    melanie melinda melissa michael michel michelle miguel mikhail mike mitt mohamed mohammad
    mohammed moammar muammar molly monica moses moshe mustafa nadia nancy naomi narendra
    natalie natasha nathan neil nelson nicholas nick nicola nicolas nigel nikita nina noah
    norman oleg oliver olivia omar oscar osama pablo pamela pat patricia patrick paul paula
    pedro penny peter petra phil philip philippe phillip pierre priya rachel rafael rahul
    ralph ramon randy raul ray raymond rebecca recep reza ricardo richard rick rita robert
    roberto robin rod roger roland ron ronald rosa rose ross roy rupert russell ruth ryan saad
    sabrina saddam sally sam samantha samuel sandra sandy sanjay sara sarah scott sean
    sebastian sergei sergey seth shane shannon sharon sheila shimon shinzo silvio simon sofia
    sonia sophia sophie stacey stanley stella stephanie stephen steve steven stewart stuart
    sue susan suzanne sylvia tamara tanya tariq ted teresa terry theresa thomas tim timothy
    tina todd tom tommy tony tracy ursula valerie vanessa vera veronica victor vincent viktor
    virginia vladimir volodymyr walter wanda wayne wendy werner wilhelm william winston
    wolfgang xavier xi yasser yasmin yitzhak yoav yousef yuri yusuf yves zachary zoe angus
    gwen mandela conrad oprah tito jermaine latoya tzipi ehud avigdor naftali benny jair
    ismael yahya hosni nouri jalal ayad moqtada grigory
    """
)

ORGANIZATION_HEADS = _words(
    """
    army police government parliament navy cabinet military authorities court ministry
    military-led coastguard embassy
    """
)
