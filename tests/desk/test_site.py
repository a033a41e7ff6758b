"""
The settings are read as Pelican reads them.
"""

import sys

import pytest

from plugins.desk.site import read_settings
from plugins.problems import SettingsError


def test_every_name_in_capital_letters_is_a_setting(tmp_path):
    path = tmp_path / "conf.py"
    path.write_text("import os\nSITEURL = 'x'\nPATH = os.sep\nlower = 1\n_PRIVATE = 2\nMixed = 3\n")

    assert {"SITEURL": "x", "PATH": "/", "_PRIVATE": 2} == read_settings(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SettingsError, match=r"^there is no settings file .*none\.py$"):
        read_settings(tmp_path / "none.py")


def test_what_the_file_needs_to_be_found_is_forgotten_again(tmp_path):
    (tmp_path / "conf.py").write_text("A = 1")
    before = list(sys.path)
    read_settings(tmp_path / "conf.py")

    assert before == sys.path


def test_a_wrong_setting_stops_the_run(tmp_path):
    (tmp_path / "conf.py").write_text("raise ZeroDivisionError")
    before = list(sys.path)

    with pytest.raises(ZeroDivisionError):
        read_settings(tmp_path / "conf.py")
    assert before == sys.path
