namespace Schematic.Dashboard.Entities;

/// <summary>A user to be removed from a company.</summary>
/// <param name="Id">Of the membership; null where there is none any more.</param>
/// <param name="Action">The button.</param>
/// <param name="Remainder">What stays.</param>
public sealed record MembershipRemoval(string? Id, string User, string Company, string Action, string Remainder);
