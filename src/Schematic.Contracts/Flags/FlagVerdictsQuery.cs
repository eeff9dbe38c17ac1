using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>
/// Subject, filters and page of <c>GET /flags/verdicts</c> and its count, an addition to the published API.
/// </summary>
public sealed record FlagVerdictsQuery : Page
{
    /// <summary>Id of the company to check for, <c>comp_…</c>; null to check without a company.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only flags whose name, key or id contains this text, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>Id of the user to check for, <c>user_…</c>; null to check without a user.</summary>
    public string? UserId { get; init; }

    /// <summary>Only flags with this verdict; null does not filter.</summary>
    public bool? Value { get; init; }
}
