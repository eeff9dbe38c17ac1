using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>The address of the ledger of all companies.</summary>
public sealed record LedgerListQuery : ListQuery<LedgerListQuery>
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Empty for every company.</summary>
    public string CompanyId { get; init; } = "";

    /// <summary>Empty for every credit.</summary>
    public string CreditId { get; init; } = "";

    /// <summary>Empty for movements with and without a feature.</summary>
    public string FeatureId { get; init; } = "";

    /// <summary>Empty for movements with and without an event.</summary>
    public string EventId { get; init; } = "";

    /// <summary>Null for movements of every kind.</summary>
    public CreditEventType? Type { get; init; }

    /// <summary>First day, in UTC; null without a beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in UTC; null without an end.</summary>
    public DateOnly? To { get; init; }

    public override bool IsFiltered =>
        CompanyId.Length > 0
        || CreditId.Length > 0
        || FeatureId.Length > 0
        || EventId.Length > 0
        || Type is not null
        || From is not null
        || To is not null;

    public CreditLedgerQuery ToContract() => ToFilter() with { Limit = Size, Offset = Offset };

    /// <summary>The filters without a page.</summary>
    public CreditLedgerQuery ToFilter() =>
        new()
        {
            CompanyId = OrNull(CompanyId),
            BillingCreditId = OrNull(CreditId),
            FeatureId = OrNull(FeatureId),
            UsageEventId = OrNull(EventId),
            EventType = Type,
            StartTime = From is { } from ? StartOf(from) : null,
            // The last day is counted to its end. The calendar has a last day.
            EndTime = To is { } to && to < DateOnly.MaxValue ? StartOf(to.AddDays(1)) : null,
        };

    /// <summary>Reads a day; null for anything else.</summary>
    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as in the address; empty for null.</summary>
    public static string Text(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    protected override LedgerListQuery ReadFilters(UrlReader url) =>
        this with
        {
            CompanyId = url.Text("company"),
            CreditId = url.Text("credit"),
            FeatureId = url.Text("feature"),
            EventId = url.Text("event"),
            Type = url.Enum<CreditEventType>("type"),
            From = ReadDay(url.Text("from")),
            To = ReadDay(url.Text("to")),
        };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("company", CompanyId)
            .Add("credit", CreditId)
            .Add("feature", FeatureId)
            .Add("event", EventId)
            .Add("type", Type)
            .Add("from", Text(From))
            .Add("to", Text(To));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static string StartOf(DateOnly day) => $"{Text(day)}T00:00:00Z";
}
