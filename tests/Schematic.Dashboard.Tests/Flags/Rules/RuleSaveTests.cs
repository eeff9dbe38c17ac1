using System.Net;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleSaveTests : RuleEditingContext
{
    [Fact]
    public async Task Saved_rules_are_those_that_the_api_answers()
    {
        AnswerSaved("\"1-2\"", FlagSamples.Rule("rule_9", "Nine"));

        var saved = Assert.IsType<RuleSaveOutcome.Saved>(await SendAsync("\"1-1\"")).Flag;

        Assert.Equal(("Analytics", "\"1-2\""), (saved.Flag.Name, saved.Tag));
        Assert.Equal("Nine", Assert.Single(saved.Flag.Rules).Name);
        Assert.Equal("\"1-1\"", Assert.Single(Api.Requests).Headers["If-Match"]);
    }

    [Fact]
    public async Task Without_a_state_to_change_the_last_one_wins()
    {
        AnswerSaved("\"1-2\"");

        await SendAsync(null);

        Assert.False(Assert.Single(Api.Requests).Headers.ContainsKey("If-Match"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task What_is_not_about_the_rules_is_a_failure(HttpStatusCode status)
    {
        Api.OnError(Put, status, "No.");

        Assert.Equal("No.", Assert.IsType<RuleSaveOutcome.Failed>(await SendAsync("\"1-1\"")).Failure.Message);
    }

    [Fact]
    public async Task What_is_about_the_rules_says_where()
    {
        RefuseSave("rules[0].name", "Too long.");

        var refused = Assert.IsType<RuleSaveOutcome.Refused>(await SendAsync("\"1-1\""));

        Assert.Equal("rules[0].name", refused.Reason.Field);
    }

    [Fact]
    public async Task Leaving_is_no_outcome()
    {
        Api.OnSilence(Put);
        using var leaving = new CancellationTokenSource();
        var sending = SendAsync("\"1-1\"", leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private Task<RuleSaveOutcome> SendAsync(string? tag, CancellationToken? cancellationToken = null) =>
        new RuleSave(Api.Gateway().Flags, TwoRules()).SendAsync(
            new UpdateFlagRulesRequestBody { Rules = [] },
            tag,
            cancellationToken ?? Token
        );
}
