"""Agency rows as data: who does what at each level, when, and how we know.

`H` stands only where the project's notes on Nghị định 45/2025 and 150/2025 give the name as read in the text. Every other row
is established practice (`M`): its source says where to verify it, it has not been checked against that text.
"""

from kedraft.agencies.central import CENTRAL
from kedraft.agencies.commune import COMMUNE_ALWAYS, COMMUNE_OFFICES, COMMUNE_STAFF
from kedraft.agencies.district import DISTRICT
from kedraft.agencies.province import PROVINCE
from kedraft.agencies.table import Agency

AGENCIES: tuple[Agency, ...] = (
    *CENTRAL,
    *PROVINCE,
    *DISTRICT,
    *COMMUNE_STAFF,
    *COMMUNE_OFFICES,
    *COMMUNE_ALWAYS,
)
