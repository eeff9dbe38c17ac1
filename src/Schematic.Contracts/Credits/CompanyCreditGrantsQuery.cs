using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Filters, order and page of <c>GET /billing/credits/grants/company/list</c> and its count.</summary>
public sealed record CompanyCreditGrantsQuery : Page
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Direction of the sort; null for descending.</summary>
    public SortDirection? Dir { get; init; }

    /// <summary>Member to sort by; null for the time of the grant.</summary>
    public CreditGrantSortOrder? Order { get; init; }
}
