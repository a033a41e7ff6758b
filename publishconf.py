"""
The settings for the public site: `make publish SITEURL=https://…`.
"""

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pelicanconf import *  # noqa: F403
from pelicanconf import BUILD as _BUILD
from pelicanconf import GUARD as _GUARD
from plugins.build.public import Public

SITEURL = os.environ.get("SITEURL", "")
BUILD = replace(_BUILD, demonstrations=False)

# Testimonies are published only where the guard over real names has looked: make guard.
GUARD = replace(_GUARD, is_required=True)

# An earlier day than the machine's would bring back what has ended or was withdrawn since.
PUBLIC = Public(machine_day=datetime.now(UTC).date(), past=os.environ.get("WELCOME_PAST", ""))
