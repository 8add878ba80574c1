"""Whole lines that stand around articles, as data: buttons, boxes, headings of lists.

Each phrase is written in lower case, without punctuation at its ends and with every run of figures
as "#". A new site's words are added here, whatever their language: a line that matches is never
part of an article.
"""

from collections.abc import Mapping
from typing import Literal

from generator.model import LineClass

Block = Literal["links", "end"]
"""What a heading opens: "links" ends when prose comes back, "end" never does."""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def _phrases(kinds: Mapping[LineClass, str]) -> dict[str, LineClass]:
    table: dict[str, LineClass] = {}
    for kind, text in kinds.items():
        for line in _lines(text):
            for phrase in line.split(" | "):
                table.setdefault(phrase, kind)
    return table


PHRASES: Mapping[str, LineClass] = _phrases(
    {
        "share": """
share | share via | share this | share on | share story | share article | share this article
share this story | share this page | share this post | share this with | share on facebook
share on twitter | share on x | share on linkedin | share on email | share on whatsapp
share on pinterest | share on reddit | share by email | share via email | share via facebook
share via twitter | share permalink | x share via | share options
share all sharing options | social sharing | sharing is caring | sharing options | shares
#shares | # shares | share this article in your social network
share your thoughts with friends | close share panel | share link | facebook | twitter
google+ | google plus | linkedin | pinterest | reddit | tumblr | whatsapp | telegram
flipboard | messenger | instagram | youtube | tiktok | threads | bluesky | mastodon
snapchat | vkontakte | odnoklassniki | viber | line | wechat | weibo | pocket | mix | digg
stumbleupon | evernote | buffer | xing | email | e-mail | mail | print | print this article
print article | print this page | copy | copied | copy link | copy this link | copy url
link copied | link copied to clipboard | copy to clipboard | embed | permalink
get short url | short url | tweet | pin | pin it | post | like | like this | like loading
retweet | save | saved | save saved | bookmark | save article | save story | story saved
read in app | follow | follow us | following | email the author | email this article
email article | get author rss feed | rss | rss feed | x | link | link to this video
embed this video | sms | e-mail view comments | view | gift this article | give this article
gift article | listen | listen to this article | listen to article | listen to story
republish | republish this article | toggle sharing options | click to share | sukai ini
cetak | surat elektronik | lagi | partager | partager sur | envoyer par e-mail | imprimer
teilen | auf facebook teilen | auf twitter teilen | drucken | merken | mailen | compartir
compartir en facebook | compartir en twitter | imprimir | compartilhar | compartilhe
enviar | condividi | stampa | delen | dela | del | поделиться | 共有 | 공유하기 | bagikan
suka memuat
        """,
        "promotion": """
advertisement | advertisement # | advertisements | advert | adverts | ad | ads | advertising
adchoices | ad choices | sponsored | sponsored by | sponsored links | sponsored link
sponsored content | sponsor | paid content | promoted | promoted content | paid post
partner content | partner news | story continues below | story continues below advertisement
article continues below | article continues below advertisement | continue reading below
continue reading the main story | supported by | this advertisement has not loaded yet
your article continues below | remove ads
don't want to see this? remove ads | report this ad | report ad | scroll to continue
scroll down to continue | donate | donate now | support us | become a member | join now
join us | log in | login | log in or sign up | sign in | sign up | register | subscribe
subscribe now | subscribed | i'm in | get it | go premium | sign in or create an account
sign in or sign up | create an account | create free account | create account
create an accountsign in | sign uplog in | log increate free account | register for free
get started | start free trial | see subscription options | already a subscriber
already a subscriber? log in | subscribe to unlock more articles
subscribe for more articles | register / sign in to unlock more articles
subscribe to read more | this content is reserved for subscribers
this content is reserved for subscribers only | register to unlock this article
have an account | view more offers | activate your online access now
give feedback | take our survey | survey | download the app
download our app | get the app | open in app | buy now | shop now | see full gallery
learn more | find out more | see more | see all | show more | show less | view more
view all | load more | loading | loading content | more info | click here
click here for more information | click here to comment | anzeige | werbung | publicité
publicidad | publicidade | iklan | pubblicità | reklama | реклама
スポンサードリンク | スポンサーリンク
広告 | 광고 | advertentie | annons | annonse | i subscribe | je m'abonne | s'abonner
abonnieren | jetzt abonnieren | suscríbete | assine | abbonati | thanks for watching
visit website | just watched | must watch | up next
more videos | more videos (# of #) | watch live | live tv | watch now | replay | play video
play | pause | mute | unmute | video | watch video | watch | audio | podcast | live
new look | read more | read more » | read the full story | read full article
read full story | read later | lire la suite | mehr lesen | weiterlesen | leer más
ler mais | leia mais | leggi tutto | baca juga | читать далее | 続きを読む | report | or
continue | continue reading | keep reading | expand | enter | stay updated | trends
your browser does not support the video tag | this slideshow requires javascript
back to gallery | open gallery | report an editorial error | report a technical issue
report error | report an error | submit a correction | request a correction
editorial code of conduct | ethics policy | corrections and clarifications | privacy policy
privacy notice | terms of service | terms of use | terms and conditions | cookie policy
more newsletters | privacy policy, terms of use | legal | impressum | datenschutz | kontakt
contact us | about us | contact | help | feedback | faq | careers | advertise with us
skip to content | skip to main content | skip to navigation | skip to footer
skip to search | main menu | menu | navigation | search | close | close menu | open menu
open this photo in gallery | enlarge image | enlarge | full screen | fullscreen | zoom
caption | hide caption | toggle caption | caption close | next | previous | prev | next prev
previous next | back | image # of # | image # of / # | # of # | # / # | view # images
view gallery | view photos | # photos | photo gallery | gallery | slideshow | view slideshow
photos | image | images | #/# | # - # of # | article content | breadcrumb trail links
post navigation | previous post | next post | previous article | next article | back to top
top | up top | go to top | return to top | on our radar | in other news | submit | reset
cancel | ok | yes | no | done | send | apply | enable | accept | accept all | manage cookies
edit | delete | reply | # replies | flag | quote | hide | show | filter | sort by
print mode | view pdf/print mode | recommended video | related video | related videos
explore | social feed | highlights
change language & content | choose a language | loading external content
read the letter | have your say | have your say...
        """,
        "newsletter": """
newsletter | newsletters | newsletter signup | newsletter sign up | our newsletter
join our newsletter | sign up for our newsletter | sign up for the newsletter
subscribe to our newsletter | sign up to our newsletter | subscribe to our daily newsletter
subscribe to newsletter | get the newsletter | breaking news emails
get breaking news alerts | email newsletter | email newsletters | daily newsletter
weekly newsletter | email address | your email | your email address | enter your email
invalid email | email(required) | name(required) | comment(required) | first name
last name | thank you for subscribing | thanks for signing up | you're signed up | success
arrives weekdays | arrives daily | arrives weekly | most recent newsletter
sign up for ournewsletter | by signing up you agree to our terms
something went wrong, please try again later | sign up to our free breaking news emails
receive the latest local updates in your inbox | no spam
        """,
        "metadata": """
news | home | opinion | opinions | world | politics | business | business news | world news
us news | u.s. news | local news | sport | sports | entertainment | lifestyle | health
science | technology | tech | culture | arts | education | environment | weather | money
markets | travel | food | style | life | analysis | comment is free | breaking news
breaking | exclusive | latest | popular | trending | live updates | premium
subscriber only | editorial | column | feature | features | interview | review | reviews
video news | uk | us | advice | earnings | opinion columnist | contributor
contributing writer | journalist | reporter | staff writer | senior reporter | author
author of the article | by | new | updated | published | closed | filed under | filed to
image copyright | facts | key event | summary | speed read | dive deeper | in focus
page # of # | # views | # likes | min read | quick read | long read | anonymous | guest
actualité | beranda | startseite | accueil | inicio | início | главная | ホーム | home ›
comentarios | notícias
document # of # | article # of # | story # of # | # of # documents | # of # articles | document #
article # | document-# | story # | end of document | all rights reserved | # words | pg. #
        """,
    }
)

_HEADING_TEXTS: tuple[tuple[Block, LineClass, str], ...] = (
    (
        "links",
        "related",
        """
related | related articles | related article | related stories | related story
related news | related content | related posts | related post | related links
related topics | related coverage | related reading | related items | related video
related videos | see also | read also | also read | more on | more on this
more on this story | more on this topic | more coverage | more stories | more news | more
read more | read next | up next | what to read next | next up | you may like
you may also like | you may like these posts | you might also like
you may also be interested in | you might be interested in | recommended
recommended for you | recommended stories | recommended reading | recommended articles
recommended from editorial | we recommend | popular | most popular | most popular today
most read | most viewed | most shared | most commented | most recent | most discussed
popular stories | popular posts | popular now | popular in | trending | trending now
trending news | trending stories | trending topics | top stories | top posts | top news
today's top stories | latest | latest news | latest stories | latest posts | latest articles
recent posts | recent articles | recent news | don't miss | dont miss | must read
must reads | must listen | must see | editor's choice | editors' choice | editor's picks
editors' picks | editors picks | our picks | featured | featured stories
featured articles | in case you missed it | icymi | in this section | in this story
in this article | from our partners | from the web | around the web | promoted stories
sponsored stories | you will also like | keep reading | further reading | explore further
next up in | story timeline
more like this | similar articles | similar stories | others also read
read more on these topics | read our complete coverage | more great stories
more top stories | more headlines | other stories | other news | also on | explore more
discover more | suggested reading | table of contents | contents | jump to | dive deeper
highlights | more videos | watch more | videos | photos | more photos
must watch | most popular stories | articles | news feed | in pictures | trending on
popular on | show comments | mehr zum thema | weitere artikel | weitere beiträge zum thema
lesen sie auch | auch interessant | das könnte sie auch interessieren | meistgelesen
à lire aussi | lire aussi | sur le même sujet | à voir aussi | les plus lus | articles liés
lea también | lee también | también te puede interesar | noticias relacionadas
lo más leído | te puede interesar | leia também | veja também | mais lidas
notícias relacionadas | leggi anche | potrebbe interessarti | articoli correlati | baca juga
artikel terkait | terkait | tulisan terkini | 関連記事 | あわせて読みたい
関連ニュース | 人気記事 | 관련기사
많이 본 뉴스 | читайте также | по теме | см. также | lees ook | läs också | les også
czytaj także | zobacz też | 相关阅读 | 相关新闻 | 延伸阅读
        """,
    ),
    (
        "links",
        "tags",
        """
tags | tag | topics | topic | related tags | related topics | tagged | tagged with
filed under | filed to | categories | category | keywords | more about
more on these topics | explore more on | in this topic | read more about | read more on
topics in this article | trends | subjects | schlagworte | themen | mots-clés | sujets
temas | etiquetas | palavras-chave | kategori | kategorie | タグ | 标签 | 태그 | теги | mots clés
argomenti
        """,
    ),
    (
        "end",
        "boilerplate",
        """
comments | # comments | # comment | # comments (+) | # comments # | comments (#)
comment (#) | view comments | show comments | hide comments | load comments | read comments
all comments | all comments # | # post comment (+) | post comment | post a comment
add comment | add a comment | leave a comment | leave a comment cancel reply | leave a reply
leave a reply cancel reply | write a comment | join the conversation | join the discussion
conversation | discussion | the conversation (#) | no comments yet | no comments
# responses | # response | # replies | responses | # thoughts | what do you think
tell us what you think | have your say | comments are closed | share your thoughts
share your thoughts cancel reply | cancel reply | log in to comment | log in to reply
most recent comments | reader comments | kommentare | # kommentare | commentaires
comentarios | comentários | comente | deixe um comentário | deja un comentario | commenti
komentar | tinggalkan balasan | tinggalkan balasan batalkan balasan | satu tanggapan
laisser un commentaire | laisser une réponse | コメント | 댓글 | комментарии
schreibe einen kommentar | reacties | kommentarer | 评论 | blog stats | meta | archives
        """,
    ),
    (
        "end",
        "boilerplate",
        """
about the author | about the authors | about author | author bio | author | über den autor
à propos de l'auteur | sobre el autor | sobre o autor | meet the author | contact the author
l'auteur
        """,
    ),
)

HEADINGS: Mapping[str, tuple[Block, LineClass]] = {
    phrase: (block, kind)
    for block, kind, text in _HEADING_TEXTS[::-1]
    for line in _lines(text)
    for phrase in line.split(" | ")
}
