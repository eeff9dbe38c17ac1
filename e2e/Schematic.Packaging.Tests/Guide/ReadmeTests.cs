using System.Text.Json;

namespace Schematic.Packaging.Tests.Guide;

/// <summary>Whoever pastes the README's commands one after the other must see them work.</summary>
public sealed class ReadmeTests
{
    private const string Run = "Run it";
    private const string Curl = "First steps with curl";
    private const string Node = "First steps with the Node SDK";
    private const string Headless = "Without a browser";

    private static readonly IReadOnlyList<CommandBlock> Readme = CommandBlock.OfReadme();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_block_is_in_a_section_that_is_tried_here_or_cannot_be() =>
        // A container engine is not at hand, and ./test.sh would run this test.
        Assert.Equal(
            [Run, Curl, Node, Headless, "In containers", "Work on it"],
            Readme.Select(static block => block.Section).Distinct()
        );

    [Fact]
    public async Task The_steps_with_curl_work_after_the_set_up_page()
    {
        await using var reader = new Reader();
        await SetUpAsync(reader);

        await ExpectCompaniesAsync(reader);
    }

    [Fact]
    public async Task The_steps_with_Node_work_after_those_with_curl()
    {
        Assert.SkipUnless(IsOnPath("node") && IsOnPath("npm"), "Node.js with npm is not installed.");
        await using var reader = new Reader();
        await SetUpAsync(reader);
        await ExpectCompaniesAsync(reader);

        var output = "";
        foreach (var block in Blocks(Node))
            output += await FollowOnlineAsync(reader, block);

        Assert.Contains("Acme { seats: 25, trial: false }", output, StringComparison.Ordinal);
        Assert.Contains("\nfalse", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_with_curl_work_without_a_browser()
    {
        await using var reader = new Reader();
        foreach (var block in Blocks(Headless))
        {
            if (block.IsServer)
                await reader.StartServerAsync(block, Cancellation);
            else
                await reader.FollowAsync(block, Cancellation);
        }

        // The key is exported already; the block that asks for the one of the set-up page is not for this reader.
        await ExpectAcmeAsync(
            reader,
            Blocks(Curl).Where(static block => block.Text.StartsWith("curl ", StringComparison.Ordinal))
        );
    }

    private static IEnumerable<CommandBlock> Blocks(string section) => Readme.Where(block => block.Section == section);

    private static async Task SetUpAsync(Reader reader)
    {
        await reader.StartServerAsync(Assert.Single(Blocks(Run)), Cancellation);
        await reader.SetUpAsync(Cancellation);
    }

    private static Task ExpectCompaniesAsync(Reader reader) => ExpectAcmeAsync(reader, Blocks(Curl));

    private static async Task ExpectAcmeAsync(Reader reader, IEnumerable<CommandBlock> blocks)
    {
        var answers = new List<string>();
        foreach (var block in blocks)
        {
            var output = await reader.FollowAsync(block, Cancellation);
            answers.AddRange(output.Split('\n').Where(static line => line.StartsWith('{')));
        }

        Assert.Equal(2, answers.Count);
        Assert.All(
            answers,
            static answer =>
            {
                using var json = JsonDocument.Parse(answer);
                Assert.True(json.RootElement.TryGetProperty("data", out var company), answer);
                Assert.Equal("Acme", company.GetProperty("name").GetString());
            }
        );
    }

    private static async Task<string> FollowOnlineAsync(Reader reader, CommandBlock block)
    {
        try
        {
            return await reader.FollowAsync(block, Cancellation);
        }
        catch (InvalidOperationException failure) when (IsOffline(failure.Message))
        {
            Assert.Skip($"The npm registry cannot be reached.\n{failure.Message}");
            throw;
        }
    }

    private static bool IsOffline(string output) =>
        output.Contains("npm install", StringComparison.Ordinal)
        && new[] { "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH" }.Any(code =>
            output.Contains(code, StringComparison.Ordinal)
        );

    private static bool IsOnPath(string program) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
