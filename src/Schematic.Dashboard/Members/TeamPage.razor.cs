using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Members;

/// <summary>The members of the account, their rights, and the people who are invited.</summary>
public sealed partial class TeamPage : ListPage<TeamListQuery, AccountMemberResponseData>
{
    private static readonly IReadOnlyList<(string Value, string Text)> RoleOptions =
    [
        .. MemberWords.Roles.Select(static role => (WireEnum<AccountMemberRole>.ToWire(role), MemberWords.Title(role))),
    ];

    private Invitations? _invitations;
    private string? _changing;

    public override Noun Noun { get; } = new("member", "members");

    public override IEnumerable<ListFilter> Filters =>
        Query.Role is { } role ? [new("Role", MemberWords.Title(role), Query.OfRole(null))] : [];

    protected override Func<TeamListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Session.Account.Members.CountAsync(query.ToContract(), cancellationToken);

    private string RoleValue => Query.Role is { } role ? WireEnum<AccountMemberRole>.ToWire(role) : "";

    public override object GetKey(AccountMemberResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<AccountMemberResponseData>>> ListAsync(
        TeamListQuery query,
        CancellationToken cancellationToken
    ) => Session.Account.Members.ListAsync(query.ToContract(), cancellationToken);

    private static string Switch(AccountMemberResponseData member) => member.DisabledAt is null ? "Disable" : "Enable";

    private bool IsChanging(AccountMemberResponseData member) => _changing == member.Id;

    private void FilterByRole(string value) =>
        Open(Query.OfRole(WireEnum<AccountMemberRole>.TryParse(value, out var role) ? role : null));

    private async Task InviteAsync()
    {
        var invitation = await Dialogs.OpenFormAsync<InviteMemberDialog, InvitationResponseData>(
            "Invite someone",
            [],
            width: 640
        );
        if (invitation is null)
            return;
        var reloading = _invitations?.ReloadAsync() ?? Task.CompletedTask;
        await Dialogs.OpenFormAsync<InvitationLink, object>(
            $"{invitation.Email} is invited",
            new() { [nameof(InvitationLink.Invitation)] = invitation },
            width: 560
        );
        await reloading;
    }

    private async Task EditAsync(AccountMemberResponseData member)
    {
        var saved = await Dialogs.OpenFormAsync<EditMemberDialog, AccountMemberResponseData>(
            $"What {member.Name} may do",
            new() { [nameof(EditMemberDialog.Member)] = member },
            width: 640
        );
        if (saved is null)
            return;
        Toaster.Done($"{saved.Name} was saved. The change applies at once.");
        await List.ReloadAsync();
    }

    private async Task SwitchAsync(AccountMemberResponseData member)
    {
        var isDisabling = member.DisabledAt is null;
        if (isDisabling && !await IsSureAsync(member))
            return;
        _changing = member.Id;
        var closing = Closing;
        try
        {
            var change = new UpdateAccountMemberRequestBody { Disabled = isDisabling };
            await Session.Account.Members.UpdateMemberAsync(member.Id, change, closing);
            Toaster.Done($"{member.Name} {(isDisabling ? "is disabled and signed out." : "may sign in again.")}");
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            Toaster.Failed(LoadFailure.FromException(failure).Message);
        }

        _changing = null;
        await List.ReloadAsync();
    }

    private Task<bool> IsSureAsync(AccountMemberResponseData member) =>
        Dialogs.AskAsync(
            $"Disable {member.Name}?",
            $"{member.Name} is signed out at once and cannot sign in. You can enable the account again at any time.",
            "Disable",
            "Cancel"
        );
}
