using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Environments;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Environments;

/// <summary>Makes an environment, or changes one; closes with what the API made of it.</summary>
public sealed partial class EnvironmentDialog : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private FormState<EnvironmentForm> _form = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    /// <summary>The one to change; null to make one.</summary>
    [Parameter]
    public EnvironmentResponseData? Environment { get; set; }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized() =>
        _form = new(Environment is null ? new EnvironmentForm() : EnvironmentForm.FromContract(Environment));

    private async Task SaveAsync()
    {
        EnvironmentResponseData? saved = null;
        if (
            await _form.SubmitAsync(
                async cancellationToken => saved = await SendAsync(cancellationToken),
                _closing.Token
            )
        )
            Dialogs.Close(saved);
    }

    private async Task<EnvironmentResponseData> SendAsync(CancellationToken cancellationToken)
    {
        if (Environment is not null)
            return (
                await Session.Account.Environments.UpdateAsync(
                    Environment.Id,
                    _form.Model.ToUpdate(),
                    cancellationToken
                )
            ).Data;

        var created = (await Session.Account.Environments.CreateAsync(_form.Model.ToCreate(), cancellationToken)).Data;
        return new()
        {
            CreatedAt = created.CreatedAt,
            EnvironmentType = created.EnvironmentType,
            Id = created.Id,
            Name = created.Name,
            UpdatedAt = created.UpdatedAt,
        };
    }
}
