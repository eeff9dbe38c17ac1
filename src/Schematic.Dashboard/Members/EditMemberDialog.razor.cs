using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Members;

/// <summary>Changes what a member may do; closes with the member as the API has them now.</summary>
public sealed partial class EditMemberDialog : FormDialog<MemberForm, AccountMemberResponseData>
{
    [Parameter]
    [EditorRequired]
    public AccountMemberResponseData Member { get; set; } = default!;

    protected override MemberForm CreateModel() => MemberForm.FromContract(Member);

    protected override async Task<AccountMemberResponseData> SendAsync(
        MemberForm model,
        CancellationToken cancellationToken
    ) => (await Session.Account.Members.UpdateMemberAsync(Member.Id, model.ToUpdate(), cancellationToken)).Data;
}
