"""``bilateral completion``: what makes a shell complete commands, options and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from bilateral.model.commitments import Force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


@click.command(
    epilog="""
    \b
    Examples:
      bilateral completion bash >> ~/.bashrc
      bilateral completion zsh >> ~/.zshrc
      bilateral completion fish > ~/.config/fish/completions/bilateral.fish
    """
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the lines that make SHELL complete what stands behind `bilateral`.

    Commands, options, files, and the names of samples, domains, countries and forces.
    """
    found = get_completion_class(shell)
    assert found is not None  # the three are click's own
    made = found(ctx.find_root().command, {}, "bilateral", "_BILATERAL_COMPLETE")
    click.echo(made.source())


def offering(names: Callable[[], Iterable[tuple[str, str]]]) -> Complete:
    """Return what completes a value to one of `names`, each of which comes with an explanation."""

    def complete(_ctx: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
        start = begun.casefold()
        return [
            CompletionItem(name, help=about)
            for name, about in names()
            if name.casefold().startswith(start)
        ]

    return complete


def _samples() -> Iterable[tuple[str, str]]:
    from bilateral import samples

    return [(name, samples.text(name).partition("\n")[0]) for name in samples.names()]


def _domains() -> Iterable[tuple[str, str]]:
    from bilateral.model.domains import Domain

    return [(domain.name, domain.label) for domain in Domain.all()]


def _countries() -> Iterable[tuple[str, str]]:
    from bilateral.model.parties import Country

    return [(country.code, country.name) for country in Country.all()]


#: What the options of that name take.
sample_names = offering(_samples)
domains = offering(_domains)
countries = offering(_countries)
forces = offering(lambda: [(force.value, "") for force in Force])
