using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Members;

/// <summary>The address of the list of members. Searches names and emails.</summary>
public sealed record TeamListQuery : ListQuery<TeamListQuery>
{
    /// <summary>Null for members of every role.</summary>
    public AccountMemberRole? Role { get; init; }

    public override bool IsFiltered => base.IsFiltered || Role is not null;

    public AccountMembersQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            Role = Role,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of one role; null for all.</summary>
    public TeamListQuery OfRole(AccountMemberRole? role) => this with { Role = role, Page = 1 };

    protected override TeamListQuery ReadFilters(UrlReader url) =>
        this with
        {
            Role = url.Enum<AccountMemberRole>("role"),
        };

    protected override void WriteFilters(UrlWriter url) => url.Add("role", Role);
}
