using System.Globalization;
using Schematic.Contracts.AuditLog;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.AuditLog;

/// <summary>
/// The address of the audit log. Searches addresses and the names and ids of things and members.
/// </summary>
public sealed record AuditLogListQuery : ListQuery<AuditLogListQuery>
{
    private const string Day = "yyyy-MM-dd";
    private const string KeyPrefix = "api_";

    /// <summary>Id of a member or an API key; empty for everyone.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Id of the environment a request was for; empty for every one, and for none.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Kind of the thing, as on the wire; empty for every kind.</summary>
    public string Type { get; init; } = "";

    /// <summary>Id of the thing; empty for everything.</summary>
    public string ResourceId { get; init; } = "";

    /// <summary>Null for all.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>First day, in UTC; null without a beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in UTC; null without an end.</summary>
    public DateOnly? To { get; init; }

    public override bool IsFiltered =>
        base.IsFiltered
        || Actor.Length > 0
        || Environment.Length > 0
        || Type.Length > 0
        || ResourceId.Length > 0
        || Outcome is not null
        || From is not null
        || To is not null;

    public AuditLogQuery ToContract() => ToFilter() with { Limit = Size, Offset = Offset };

    /// <summary>The filters without a page.</summary>
    public AuditLogQuery ToFilter() =>
        new()
        {
            Q = SearchOrNull,
            ApiKeyId = IsKey(Actor) ? Actor : null,
            UserId = IsKey(Actor) ? null : OrNull(Actor),
            EnvironmentId = OrNull(Environment),
            ResourceType = OrNull(Type),
            ResourceId = OrNull(ResourceId),
            IsRefused = Outcome is { } outcome ? outcome == AuditOutcome.Refused : null,
            StartTime = From is { } from ? StartOf(from) : null,
            // The last day is counted to its end. The calendar has a last day.
            EndTime = To is { } to && to < DateOnly.MaxValue ? StartOf(to.AddDays(1)) : null,
        };

    /// <summary>Reads a day; null for anything else.</summary>
    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as in the address; empty for null.</summary>
    public static string Text(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    protected override AuditLogListQuery ReadFilters(UrlReader url) =>
        this with
        {
            Actor = url.Text("actor"),
            Environment = url.Text("environment"),
            Type = url.Text("type") is { Length: <= 64 } type ? type : "",
            ResourceId = url.Text("id") is { Length: <= 256 } id ? id : "",
            Outcome = url.Enum<AuditOutcome>("outcome"),
            From = ReadDay(url.Text("from")),
            To = ReadDay(url.Text("to")),
        };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("actor", Actor)
            .Add("environment", Environment)
            .Add("type", Type)
            .Add("id", ResourceId)
            .Add("outcome", Outcome)
            .Add("from", Text(From))
            .Add("to", Text(To));

    private static bool IsKey(string actor) => actor.StartsWith(KeyPrefix, StringComparison.Ordinal);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
