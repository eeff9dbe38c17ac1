using Schematic.Contracts.Events;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Events;

/// <summary>The address of the list of events, and of their live tail.</summary>
public sealed record EventsListQuery : ListQuery<EventsListQuery>
{
    /// <summary>Null for events of every type.</summary>
    public EventType? Type { get; init; }

    /// <summary>Name of a track event; empty for every name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Empty for events about every company.</summary>
    public string CompanyId { get; init; } = "";

    /// <summary>Empty for events about every user.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Null for events in every state.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>True to show events as they arrive.</summary>
    public bool IsLive { get; init; }

    public override bool IsFiltered =>
        Type is not null || Name.Length > 0 || CompanyId.Length > 0 || UserId.Length > 0 || Status is not null;

    // The live list goes on from the newest page.
    public override EventsListQuery Rows => base.Rows with { IsLive = false, Page = IsLive ? 1 : Page };

    public EventsQuery ToContract() =>
        new()
        {
            EventTypes = Type is { } type ? [type] : null,
            EventSubtype = OrNull(Name),
            CompanyId = OrNull(CompanyId),
            UserId = OrNull(UserId),
            Statuses = Status is { } status ? [status] : null,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>True for an event that the list with these filters has.</summary>
    public bool Matches(EventDetailResponseData recorded) =>
        (Type is null || recorded.Type == Type)
        && (Name.Length == 0 || recorded.Subtype == Name)
        && (CompanyId.Length == 0 || recorded.CompanyId == CompanyId)
        && (UserId.Length == 0 || recorded.UserId == UserId)
        && (Status is null || recorded.Status == Status);

    /// <summary>The same events as they arrive, or page by page.</summary>
    public EventsListQuery Live(bool isLive) => this with { IsLive = isLive, Page = 1 };

    protected override EventsListQuery ReadFilters(UrlReader url) =>
        this with
        {
            Type = url.Enum<EventType>("type"),
            Name = url.Text("name") is { Length: <= EventNames.MaxLength } name ? name : "",
            CompanyId = url.Text("company"),
            UserId = url.Text("user"),
            Status = url.Enum<EventStatus>("status"),
            IsLive = url.Flag("live"),
        };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("type", Type)
            .Add("name", Name)
            .Add("company", CompanyId)
            .Add("user", UserId)
            .Add("status", Status)
            .Add("live", IsLive);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
