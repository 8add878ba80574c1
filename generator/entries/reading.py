"""A sentence's tellings, read when something asks for them.

Most sentences of an article give no entry. What they tell is wanted only where a later sentence
leans on it, or goes on about an event.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.dates import Mention
from generator.entries import coreference
from generator.entries.anchoring import Story, anchor
from generator.entries.attribution import Attributed, attribute
from generator.entries.clauses import clauses
from generator.entries.grammar import Sentence
from generator.entries.names import Name


class Reading:
    """One sentence, its date expressions and its names, and what they tell."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        names: Sequence[Name],
        story: Story,
    ) -> None:
        self.sentence = sentence
        self.names = names
        self.story = story
        """What the text before says of the time; reading a sentence with dates moves it on."""
        self._mentions = mentions
        self._antecedents: dict[int, coreference.Antecedent | None] = {}

    @cached_property
    def tellings(self) -> tuple[Attributed, ...]:
        """What the sentence tells, in order."""
        found = anchor(self.sentence, clauses(self.sentence), self._mentions, self.story)
        return attribute(found)

    def stop(self, number: int) -> None:
        """Count no telling from `number` on."""
        self.tellings = self.tellings[:number]

    def antecedent(self, number: int) -> coreference.Antecedent | None:
        """What the subject of telling `number` offers to later pronouns."""
        if number not in self._antecedents:
            telling = self.tellings[number].telling
            self._antecedents[number] = coreference.antecedent(telling, self.names)
        return self._antecedents[number]

    def continuing(self) -> Attributed | None:
        """The first telling without a date of its own: it may go on about an event."""
        for attributed in self.tellings:
            if attributed.telling.date is not None and attributed.telling.basis != "stated":
                return attributed
        return None


def before(readings: Sequence[Reading], number: int) -> Iterator[coreference.Antecedent]:
    """What stands before telling `number` of the last sentence for a pronoun, the nearest first."""
    for reading in reversed(readings):
        last = number if reading is readings[-1] else len(reading.tellings)
        for at in reversed(range(last)):
            if (offered := reading.antecedent(at)) is not None:
                yield offered
