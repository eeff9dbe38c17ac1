using System.Net;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Testing.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class FlagExplanationTests : IDisposable
{
    private const string Explain = "POST /flags/analytics/explain";

    private readonly FakeApi _api = new();
    private readonly FlagExplanation _answer;
    private int _changes;

    public FlagExplanationTests()
    {
        _api.OnData(Explain, ExplanationSamples.Answer());
        _answer = new(_api.Gateway().Flags, () => _changes++, new TestClock());
    }

    [Fact]
    public async Task The_same_question_is_asked_once()
    {
        await AskAsync((1, "a"));
        await AskAsync((1, "a"));
        Assert.Single(_api.Requests);

        await AskAsync((1, "b"));

        Assert.Equal(2, _api.Requests.Count);
        Assert.Equal(4, _changes);
    }

    [Fact]
    public async Task It_can_be_asked_again()
    {
        await AskAsync(1);

        await _answer.AskAgainAsync();

        Assert.Equal(2, _api.Requests.Count);
    }

    [Fact]
    public async Task A_failure_is_explained()
    {
        _api.OnError(Explain, HttpStatusCode.NotFound, "There is no flag.");

        await AskAsync(1);

        Assert.Equal("There is no flag.", _answer.State.Failure!.Message);
    }

    public void Dispose() => _answer.Dispose();

    private Task AskAsync(object question) => _answer.AskAsync(question, "analytics", new ExplainFlagRequestBody());
}
