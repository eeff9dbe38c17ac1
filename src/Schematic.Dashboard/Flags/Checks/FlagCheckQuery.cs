using System.Globalization;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>A check of a flag, as its address holds it.</summary>
public sealed record FlagCheckQuery : IUrlQuery<FlagCheckQuery>
{
    public string CompanyKey { get; init; } = EntityApi.IdKey;

    public string Company { get; init; } = "";

    public string UserKey { get; init; } = EntityApi.IdKey;

    public string User { get; init; } = "";

    /// <summary>Pre-flight usage: added to every metric and whole-number trait.</summary>
    public long? Usage { get; init; }

    /// <summary>The event that <see cref="EventUsage"/> counts for.</summary>
    public string Event { get; init; } = "";

    public long? EventUsage { get; init; }

    /// <summary>Pre-flight costs, compared with the balances of their credits; each credit at most once.</summary>
    public IReadOnlyList<CreditCost> CreditCosts { get; init; } = [];

    /// <summary>Checks the saved rules even if there is a draft.</summary>
    public bool IsSavedOnly { get; init; }

    /// <summary>The check was asked for. It may name nobody.</summary>
    public bool IsAsked { get; init; }

    public bool HasPreflight =>
        Usage is not null || (Event.Length > 0 && EventUsage is not null) || CreditCosts.Count > 0;

    public static FlagCheckQuery FromUri(UrlReader url) =>
        new()
        {
            CompanyKey = url.Text("company_key") is { Length: > 0 } companyKey ? companyKey : EntityApi.IdKey,
            Company = url.Text("company"),
            UserKey = url.Text("user_key") is { Length: > 0 } userKey ? userKey : EntityApi.IdKey,
            User = url.Text("user"),
            Usage = Number(url.Text("usage")),
            Event = url.Text("event"),
            EventUsage = Number(url.Text("event_usage")),
            CreditCosts =
            [
                .. url.Texts("credit_cost")
                    .Select(CreditCost.FromText)
                    .OfType<CreditCost>()
                    .DistinctBy(static cost => cost.CreditId),
            ],
            IsSavedOnly = url.Flag("saved"),
            IsAsked = url.Flag("ask"),
        };

    public string ToUri() =>
        new UrlWriter()
            .Add("company_key", CompanyKey, EntityApi.IdKey)
            .Add("company", Company)
            .Add("user_key", UserKey, EntityApi.IdKey)
            .Add("user", User)
            .Add("usage", Text(Usage))
            .Add("event", Event)
            .Add("event_usage", Text(EventUsage))
            .Add("credit_cost", CreditCosts.Select(static cost => cost.ToString()))
            .Add("saved", IsSavedOnly)
            .Add("ask", IsAsked)
            .ToString();

    /// <param name="rules">The draft; null to check the saved rules.</param>
    public ExplainFlagRequestBody ToContract(IReadOnlyList<RuleDraft>? rules) =>
        new()
        {
            Company = Company.Length == 0 ? null : new Dictionary<string, string> { [CompanyKey] = Company },
            User = User.Length == 0 ? null : new Dictionary<string, string> { [UserKey] = User },
            Preflight = HasPreflight
                ? new PreflightRequestBody
                {
                    Usage = Usage,
                    EventUsage =
                        Event.Length > 0 && EventUsage is { } quantity
                            ? new PreflightEventUsageRequestBody { EventSubtype = Event, Quantity = quantity }
                            : null,
                    CreditCost =
                        CreditCosts.Count == 0
                            ? null
                            : CreditCosts.ToDictionary(static cost => cost.CreditId, static cost => cost.Amount),
                }
                : null,
            Rules = IsSavedOnly ? null : rules?.ToContract(),
        };

    /// <summary>Queries are equal if their addresses are: lists do not compare by value.</summary>
    public bool Equals(FlagCheckQuery? other) => other is not null && ToUri() == other.ToUri();

    public override int GetHashCode() => ToUri().GetHashCode(StringComparison.Ordinal);

    /// <summary>Reads a whole number, 0 or more; null if the text is none.</summary>
    public static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
