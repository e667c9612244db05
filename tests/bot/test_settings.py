from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, load, unknown_names


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch, tmp_path):
    for name in unknown_names() + [f"GOBBET_{field.upper()}" for field in Settings.model_fields]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_token_can_come_from_a_file(monkeypatch, tmp_path):
    file = tmp_path / "token"
    file.write_text("123:secret\n")
    monkeypatch.setenv("GOBBET_BOT_TOKEN_FILE", str(file))
    assert load().token() == "123:secret"


def test_a_missing_token_names_its_cure():
    with pytest.raises(SettingsError, match="BotFather.*GOBBET_BOT_TOKEN"):
        load().token()


@pytest.mark.parametrize("token", ["nonsense", "123:", ":abc", "123:a b", "12/3:abc", "123:abc\n"])
def test_what_cannot_be_a_token_is_refused_before_it_is_used(monkeypatch, token):
    monkeypatch.setenv("GOBBET_BOT_TOKEN", token)
    with pytest.raises(SettingsError, match="does not look like a token"):
        load().token()


def test_a_token_file_that_cannot_be_read_is_named(monkeypatch):
    monkeypatch.setenv("GOBBET_BOT_TOKEN_FILE", "/nowhere/token")
    with pytest.raises(SettingsError, match="GOBBET_BOT_TOKEN_FILE can't be read"):
        load()


def test_an_address_without_a_scheme_is_refused(monkeypatch):
    monkeypatch.setenv("GOBBET_API_URL", "localhost:8081")
    with pytest.raises(SettingsError, match="GOBBET_API_URL.*http://"):
        load()


def test_owners_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("GOBBET_OWNER_IDS", "12, 34")
    assert load().owner_ids == (12, 34)


def test_settings_also_come_from_a_dotenv_file():
    Path(".env").write_text("GOBBET_BOT_TOKEN=5:x\n")
    assert load().token() == "5:x"


def test_a_misspelt_setting_is_found(monkeypatch):
    monkeypatch.setenv("GOBBET_BOT_TOKN", "5:x")
    assert unknown_names() == ["GOBBET_BOT_TOKN"]


def test_the_token_is_not_shown_with_the_settings(monkeypatch):
    monkeypatch.setenv("GOBBET_BOT_TOKEN", "5:secret")
    assert "secret" not in repr(load())


def test_an_owner_who_is_no_number_is_named_with_the_cure(monkeypatch):
    monkeypatch.setenv("GOBBET_OWNER_IDS", "Ann")
    with pytest.raises(SettingsError, match="GOBBET_OWNER_IDS: must be numbers"):
        load()


def test_sites_whose_links_may_be_opened_are_names(monkeypatch):
    monkeypatch.setenv("GOBBET_LINK_HOSTS", "example.org, *")
    assert load().link_hosts == ("example.org", "*")
