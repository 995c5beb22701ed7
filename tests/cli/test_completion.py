"""What a shell is told, and the help of every command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from bilateral import Country, Domain, Force, samples
from bilateral.cli.program import program

COMMANDS = sorted(program.commands)


def completions(*arguments: str, begun: str = "") -> list[str]:
    """Return what is offered behind a command line that was begun."""
    complete = ShellComplete(program, {}, "bilateral", "_BILATERAL_COMPLETE")
    return [item.value for item in complete.get_completions(list(arguments), begun)]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_the_program(shell: str) -> None:
    """The script names the program and the variable that click reads."""
    result = CliRunner().invoke(program, ["completion", shell])
    assert result.exit_code == 0
    assert "_BILATERAL_COMPLETE" in result.stdout
    assert f"{shell}_complete" in result.stdout


def test_commands_are_offered() -> None:
    """All of them."""
    assert sorted(completions()) == COMMANDS


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("--sample", lambda: samples.names()),
        ("--domain", lambda: [domain.name for domain in Domain.all()]),
        ("--country", lambda: [country.code for country in Country.all()]),
        ("--force", lambda: [force.value for force in Force]),
    ],
)
def test_names_are_offered(option: str, expected: Callable[[], list[str]]) -> None:
    """Those that the option takes, and of them those that go on as begun."""
    names = list(expected())
    assert completions("read", option) == names
    assert completions("read", option, begun=names[0][:3].upper()) == [
        name for name in names if name.lower().startswith(names[0][:3].lower())
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_that_parse(name: str) -> None:
    """Each shows its own use, with options that it has."""
    command = program.commands[name]
    shown = CliRunner().invoke(program, [name, "--help"]).stdout
    examples = re.findall(r"^ +bilateral (\S+)(.*)$", shown.partition("Examples:")[2], re.MULTILINE)
    assert examples
    for called, rest in examples:
        assert called == name
        words = shlex.split(rest.partition(">")[0])
        made = command.make_context(name, words)
        assert isinstance(made, click.Context)
