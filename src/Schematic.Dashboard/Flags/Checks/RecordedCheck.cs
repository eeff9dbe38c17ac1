using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>A check that an application made, read from its event.</summary>
/// <param name="Body">Null if another server wrote it in a form that differs from the published one.</param>
internal sealed record RecordedCheck(EventDetailResponseData Event, EventBodyFlagCheck? Body)
{
    /// <summary>The reason of the answer, without the id of the rule that it names.</summary>
    public string Reason =>
        Body is null ? Event.BodyPreview : Body.Reason.Replace($" ({Body.RuleId})", "", StringComparison.Ordinal);

    /// <summary>The same check of the rules as they are now.</summary>
    public FlagCheckQuery AskAgain
    {
        get
        {
            var asked = new FlagCheckQuery { IsAsked = true };
            if (Subject(Event.CompanyId, Body?.ReqCompany) is { } company)
                asked = asked with { CompanyKey = company.Key, Company = company.Value };
            return Subject(Event.UserId, Body?.ReqUser) is { } user
                ? asked with
                {
                    UserKey = user.Key,
                    User = user.Value,
                }
                : asked;
        }
    }

    public static RecordedCheck FromContract(EventDetailResponseData recorded)
    {
        try
        {
            return new(recorded, recorded.Body.Deserialize<EventBodyFlagCheck>(WireJson.Tolerant));
        }
        catch (JsonException)
        {
            return new(recorded, null);
        }
    }

    /// <summary>Writes the keys of a request in one line: <c>domain=acme.com</c>; null if it named nobody.</summary>
    public static string? Named(IReadOnlyDictionary<string, string>? keys) =>
        keys is null or { Count: 0 } ? null : string.Join(", ", keys.Select(static key => $"{key.Key}={key.Value}"));

    // Somebody who was not found is asked for by the same keys again.
    private static (string Key, string Value)? Subject(string? id, IReadOnlyDictionary<string, string>? keys) =>
        id is not null ? (EntityApi.IdKey, id)
        : keys is { Count: > 0 } ? (keys.First().Key, keys.First().Value)
        : null;
}
