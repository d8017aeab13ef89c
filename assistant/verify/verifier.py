"""The last step of the road: what the evidence supports is shown, numbered and tagged."""

import re
from dataclasses import dataclass, field

from assistant.answer import Answer, AnswerKind, Block, BlockKind, Citation
from assistant.draft import MARKER, Draft, cited_keys
from assistant.evidence import Evidence, EvidenceItem, EvidenceKind
from assistant.verify.statements import Statement, statements
from assistant.verify.support import fault_of

_MALFORMED = re.compile(r"\s?\[\[[^\[\]]*\]\]")
_KINDS = {
    EvidenceKind.CALCUL: BlockKind.CALCULE,
    EvidenceKind.TABLE: BlockKind.CITE,
    EvidenceKind.CITE: BlockKind.CITE,
}


@dataclass(slots=True)
class _Numbering:
    """The citations of one answer, numbered in the order in which they first appear."""

    evidence: Evidence
    numbers: dict[str, int] = field(default_factory=dict)
    quotes: dict[str, list[str]] = field(default_factory=dict)

    def resolve(self, text: str) -> str:
        """Return the text with ``[n]`` for each marker."""

        def number(match: object) -> str:
            key = match.group(1)  # type: ignore[attr-defined]
            return f" [{self.numbers.setdefault(key, len(self.numbers) + 1)}]"

        return _MALFORMED.sub("", MARKER.sub(number, text))

    def quote(self, statement: Statement) -> None:
        """Remember what an extract quotes from its source."""
        if statement.is_extract and statement.extract:
            for key in statement.keys:
                self.quotes.setdefault(key, []).append(statement.extract)

    def citations(self) -> tuple[Citation, ...]:
        """Return the citations by number."""
        found = ((str(n), self.evidence.item(key), key) for key, n in self.numbers.items())
        return tuple(self._citation(n, item, key) for n, item, key in found if item is not None)

    def _citation(self, number: str, item: EvidenceItem, key: str) -> Citation:
        return Citation(
            key=number,
            kind=str(item.kind),
            study=item.study,
            study_name=item.study_name,
            page=item.page,
            section=item.section,
            quote=" […] ".join(self.quotes[key]) if key in self.quotes else None,
        )


class Verifier:
    """Turns drafts into answers."""

    def verify(self, draft: Draft) -> Answer:
        """Return the answer made of the statements that hold; the others are counted, not shown."""
        numbering = _Numbering(draft.evidence)
        blocks: list[Block] = []
        dropped = 0
        for text in draft.blocks:
            parts = statements(text)
            kept = [s for s in parts if self._holds(s, draft)]
            if parts[0].header and parts[0] not in kept:
                kept = []  # a table is nothing without its head
            extracts = [s for s in parts if s.is_extract]
            if extracts and not any(s in kept for s in extracts):
                kept = []  # what announces extracts is nothing without them
            dropped += len(parts) - len(kept)
            if any(not s.header for s in kept):
                blocks.append(self._block(text, kept, draft, numbering))
        return Answer(
            kind=draft.kind,
            reason=draft.reason,
            blocks=tuple(blocks),
            citations=numbering.citations() if draft.kind is AnswerKind.ANSWER else (),
            passages=draft.evidence.passages,
            choices=draft.choices,
            followups=draft.followups,
            model=draft.model,
            dropped=dropped,
        )

    @staticmethod
    def _holds(statement: Statement, draft: Draft) -> bool:
        """Whether a statement may be shown: refusals and questions back are our own wording."""
        ours = draft.kind is not AnswerKind.ANSWER and not statement.keys
        return ours or statement.rule or fault_of(statement, draft.evidence) is None

    def _block(
        self, text: str, kept: list[Statement], draft: Draft, numbering: _Numbering
    ) -> Block:
        for statement in kept:
            numbering.quote(statement)
        separator = "\n" if "\n" in text else " "
        markdown = numbering.resolve(separator.join(s.text for s in kept))
        return Block(self._kind(text, draft), markdown)

    @staticmethod
    def _kind(text: str, draft: Draft) -> BlockKind:
        items = [draft.evidence.item(key) for key in cited_keys(text)]
        kinds = [_KINDS[item.kind] for item in items if item is not None]
        if not kinds:
            return BlockKind.LIAISON
        return BlockKind.REDIGE if draft.model else kinds[0]
