"""Commands for programs: schemas for text editors, completion for shells."""

import click

from generator.cli.running import everywhere
from generator.cli.terminal import terminal


@click.command()
@click.argument("kind", type=click.Choice(["entry", "site", "topic"]))
@everywhere
def schema(kind: str) -> None:
    """Print the JSON Schema of site.yaml or of the front matter of an entry or a topic."""
    import json

    from generator import schema as schemas

    made = schemas.schema(kind)  # type: ignore[arg-type]  # click has checked the choice
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))


@click.command(
    epilog="""\b
Examples:
  backstory completion bash >> ~/.bashrc
  backstory completion zsh >> ~/.zshrc
  backstory completion fish > ~/.config/fish/completions/backstory.fish""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
@everywhere
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands and options."""
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"no completion for {shell}")
    script = made(ctx.find_root().command, {}, "backstory", "_BACKSTORY_COMPLETE")
    terminal()
    click.echo(script.source())
