"""Who issues a unified social credit code, and to which kind of body.

Source: GB 32100-2015 with amendment XG1-2016, table of registering authorities and classes of body
(the first two characters of a code). Prefix 54 is practice since 2017, and 99 is read from the
pattern of the other authorities: both are outside the register whatever they turn out to be.
"""

import msgspec


class OrganisationClass(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table: the first two characters of a code and what they say.

    `prefix`: two characters; `id`: stable id, shared by the prefixes that the register treats
    alike;
    `title`: the kind of body, in English (message id of the translations).
    """

    prefix: str
    id: str
    title: str


_TABLE = """
11 government-organ            Government organ
12 public-institution          Public institution
13 mass-organisation           Mass organisation managed by the establishment office
19 establishment-other         Other body of the establishment office
21 foreign-press               Resident foreign news bureau
29 foreign-affairs-other       Other body registered by foreign affairs
31 law-practice                Law practice
32 notary-office               Notary office
33 grassroots-legal-service    Grassroots legal service office
34 forensic-institution        Forensic institution
35 arbitration-commission      Arbitration commission
39 justice-other               Other body registered by the justice administration
41 foreign-cultural-centre     Foreign cultural centre
49 culture-other               Other body registered by the culture administration
51 social-organisation         Social association
52 social-organisation         Private non-enterprise unit
53 social-organisation         Foundation
54 self-governing-community    Grassroots self-governing organisation
59 civil-affairs-other         Other body registered by civil affairs
61 foreign-tourism-office      Resident office of a foreign tourism department
62 hk-mo-tw-tourism-office     Resident office of a Hong Kong, Macao or Taiwan tourism department
69 tourism-other               Other body registered by the tourism administration
71 religious-site              Religious site
72 religious-school            Religious school
79 religion-other              Other body registered by religious affairs
81 trade-union                 Grassroots trade union
89 trade-union-other           Other body registered by the trade unions
91 enterprise                  Enterprise
92 household-business          Household business
93 co-operative                Farmers' co-operative
99 market-regulation-other     Other body registered by market regulation
A1 military-public-institution Military public institution
A9 military-other              Other body registered by the military
N1 rural-collective            Rural collective economic organisation of a group
N2 rural-collective            Rural collective economic organisation of a village
N3 rural-collective            Rural collective economic organisation of a township
N9 rural-collective            Other body registered by agriculture
Y1 other                       Other body
"""


def _read(line: str) -> OrganisationClass:
    prefix, class_id, title = line.split(maxsplit=2)
    return OrganisationClass(prefix=prefix, id=class_id, title=title)


CLASSES: dict[str, OrganisationClass] = {
    row.prefix: row for row in map(_read, _TABLE.strip().splitlines())
}
"""The table by prefix, in the order of the standard."""

AUTHORITIES: frozenset[str] = frozenset(prefix[0] for prefix in CLASSES)
"""Every first character that an authority has."""
