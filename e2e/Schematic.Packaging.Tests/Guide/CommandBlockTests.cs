namespace Schematic.Packaging.Tests.Guide;

public sealed class CommandBlockTests
{
    [Fact]
    public void Blocks_are_read_with_their_section_and_language()
    {
        var blocks = CommandBlock.Read(
            "# Title\n\n## One\n\n```sh\na\n\nb\n```\n\n### Within\n\n```\nplain\n```\n\n## Two\n```js\nc\n```\n"
        );

        Assert.Equal([new("One", "sh", "a\n\nb\n"), new("One", "", "plain\n"), new("Two", "js", "c\n")], blocks);
    }
}
