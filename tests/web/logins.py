"""Who signs in to the city that the tests look at."""

HOME = "human-resources"
#: Whoever may look, by what they are; a visitor has no login.
LOGINS = {
    "officer": f"{HOME}/officer",
    "reviewer": f"{HOME}/reviewer",
    "trading": "public-resources-trading/officer",
    "court": "intermediate-court/reviewer",
    "credit office": "credit-office/officer",
    "second of the credit office": "credit-office/reviewer",
    "auditor": "auditor",
    "representative": "stayed",
    "pending": "pending",
    "agent": "agent",
    "market": "market-regulation/officer",
    "market reviewer": "market-regulation/reviewer",
    "bank": "bank",
    "honoured": "honoured",
}
