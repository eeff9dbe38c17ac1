using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui;

namespace Schematic.Dashboard.Users;

/// <summary>Takes a user out of a company; closes with the membership that was.</summary>
public sealed partial class MembershipRemoval : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private FormState<CompanyMembershipDetailResponseData> _form = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string UserName { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public CompanyMembershipDetailResponseData Membership { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized() => _form = new(Membership);

    private async Task RemoveAsync()
    {
        if (await _form.SubmitAsync(cancellationToken => Session.Gateway.Companies.DeleteMembershipAsync(Membership.Id, cancellationToken), _closing.Token))
            Dialogs.Close(Membership);
    }
}
