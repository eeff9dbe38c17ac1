using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Members;

/// <summary>Invites a person; closes with the API's answer, the only one that holds the secret of the link.</summary>
public sealed partial class InviteMemberDialog : FormDialog<MemberForm, InvitationResponseData>
{
    protected override MemberForm CreateModel() => new() { Email = "" };

    protected override async Task<InvitationResponseData> SendAsync(
        MemberForm model,
        CancellationToken cancellationToken
    ) => (await Session.Account.Members.InviteAsync(model.ToInvitation(), cancellationToken)).Data;
}
