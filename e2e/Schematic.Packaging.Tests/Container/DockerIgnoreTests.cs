using Schematic.Testing;

namespace Schematic.Packaging.Tests.Container;

public sealed class DockerIgnoreTests
{
    private static readonly DockerIgnore Ours = DockerIgnore.Parse(
        File.ReadAllText(Repository.PathTo(".dockerignore"))
    );

    [Theory]
    [InlineData("src/Schematic.Api/Program.cs")]
    [InlineData("src/Schematic.Dashboard/packages.lock.json")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    public void What_the_program_is_built_from_is_in_the_context(string path) => Assert.False(Ours.Ignores(path));

    [Theory]
    [InlineData(".env")]
    [InlineData(".git/config")]
    [InlineData("data/schematic.db")]
    [InlineData("src/Schematic.Dashboard/data/keys/key.xml")]
    [InlineData("src/Schematic.Api/bin/Release/net10.0/Schematic.Api.dll")]
    [InlineData("src/Schematic.Api/obj/project.assets.json")]
    [InlineData("tests/Schematic.Testing/Repository.cs")]
    public void Secrets_data_and_what_a_build_leaves_behind_are_not(string path) => Assert.True(Ours.Ignores(path));

    [Theory]
    [InlineData("a", "a/b/c", true)]
    [InlineData("a", "b/a", false)]
    [InlineData("**/a", "b/c/a", true)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/x.md", false)]
    [InlineData("a.b", "aXb", false)]
    [InlineData("*\n!a\na/b", "a/c", false)]
    [InlineData("*\n!a\na/b", "a/b", true)]
    [InlineData("# a\nb", "a", false)]
    public void Patterns_match_as_Docker_matches_them(string patterns, string path, bool ignored) =>
        Assert.Equal(ignored, DockerIgnore.Parse(patterns).Ignores(path));
}
