"""The text of a promise, and the digest by which the text that was read is known again."""

from hashlib import sha256

from goodstanding.rules.catalogue.commitment_rules import CommitmentTemplate


def text_digest(template: CommitmentTemplate) -> str:
    """SHA-256, in hex, of the edition and the text in both languages."""
    text = "\n".join((template.edition, template.text.zh, template.text.en))
    return sha256(text.encode()).hexdigest()
