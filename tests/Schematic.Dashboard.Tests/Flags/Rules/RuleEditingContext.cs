using System.Net;
using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Testing.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Flags.Rules;

/// <summary>
/// A session on a flag with two rules, on a <see cref="FakeApi"/> and in a browser that stores drafts.
/// </summary>
public abstract class RuleEditingContext
{
    protected const string Put = "PUT /flags/flag_1/rules";
    protected const string Get = "GET /flags/flag_1";
    protected const string DraftKey = "draft";

    protected RuleEditingContext() => Session = NewSession(TwoRules());

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeApi Api { get; } = new();

    protected TestClock Clock { get; } = new();

    protected RuleEditingSession Session { get; }

    private protected FakeDraftStore Drafts { get; } = new();

    protected RuleEditingSession NewSession(FlagDetailResponseData flag, string tag = "\"1-1\"") =>
        new(Api.Gateway().Flags, new RuleDraftWriter(Drafts, DraftKey, Clock), new LoadedFlag(flag, tag));

    protected static FlagDetailResponseData TwoRules() =>
        FlagSamples.Flag(
            "flag_1",
            "Analytics",
            FlagSamples.Rule("rule_1", "One", 1),
            FlagSamples.Rule("rule_2", "Two", 2, FlagSamples.Seats("cond_2", ComparableOperator.Gte, "5"))
        );

    /// <summary>Gives a rule another name.</summary>
    protected void Edit(string name, string newName)
    {
        var rule = Session.Editor.Rules.Single(rule => rule.Name == name);
        Session.Editor.Change(rule with { Name = newName });
    }

    /// <summary>Reviews and confirms.</summary>
    protected Task<bool> SaveAsync()
    {
        Assert.NotNull(Session.BeginReview());
        return Session.SaveAsync(Token);
    }

    protected IEnumerable<string> Names() => Session.Editor.Rules.Select(static rule => rule.Name);

    protected void AnswerSaved(string tag, params IReadOnlyList<RuleDetailResponseData> rules) =>
        Api.On(Put, _ => Saved(tag, rules));

    /// <summary>Answers saves only when the returned source is set.</summary>
    protected TaskCompletionSource<HttpResponseMessage> AnswerLater()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(Put, (_, _) => answer.Task);
        return answer;
    }

    protected static HttpResponseMessage Saved(string tag, params IReadOnlyList<RuleDetailResponseData> rules) =>
        WithTag(FakeApi.Data(new RulesDetailResponseData { Rules = rules }), tag);

    /// <summary>A 412 with the flag as it is by now.</summary>
    protected static HttpResponseMessage Stale(string tag, FlagDetailResponseData theirs) =>
        WithTag(
            FakeApi.Text(
                HttpStatusCode.PreconditionFailed,
                JsonSerializer.Serialize(
                    new StaleError<FlagDetailResponseData> { Error = "Somebody was first.", Data = theirs },
                    WireJson.Tolerant
                )
            ),
            tag
        );

    protected static HttpResponseMessage WithTag(HttpResponseMessage answer, string tag)
    {
        answer.Headers.TryAddWithoutValidation("ETag", tag);
        return answer;
    }

    protected static HttpResponseMessage Refusal(string field, string sentence) =>
        FakeApi.Error(HttpStatusCode.BadRequest, $"{field} (rule \"Two\"): {sentence}", field);

    protected void RefuseSave(string field, string sentence) => Api.On(Put, _ => Refusal(field, sentence));
}
