using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>A check that an application made, as its event tells it.</summary>
/// <param name="Body">Null where another server wrote it in a form that is not the published one.</param>
internal sealed record RecordedCheck(EventDetailResponseData Event, EventBodyFlagCheck? Body)
{
    /// <summary>Why, in short: without the id of the rule, whose name is there.</summary>
    public string Reason =>
        Body is null ? Event.BodyPreview : Body.Reason.Replace($" ({Body.RuleId})", "", StringComparison.Ordinal);

    /// <summary>Asks the same again, of the rules as they are now.</summary>
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

    /// <summary>The keys of a request in one line: <c>domain=acme.com</c>; null where it named nobody.</summary>
    public static string? Named(IReadOnlyDictionary<string, string>? keys) =>
        keys is null or { Count: 0 } ? null : string.Join(", ", keys.Select(static key => $"{key.Key}={key.Value}"));

    // Who was not found is asked for again as the application did.
    private static (string Key, string Value)? Subject(string? id, IReadOnlyDictionary<string, string>? keys) =>
        id is not null ? (EntityApi.IdKey, id)
        : keys is { Count: > 0 } ? (keys.First().Key, keys.First().Value)
        : null;
}
