using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>Changes what may be changed of an API key; closes with the key as the API has it now.</summary>
public sealed partial class EditApiKeyDialog : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private FormState<ApiKeyForm> _form = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ApiKeyResponseData ApiKey { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized() => _form = new(ApiKeyForm.FromContract(ApiKey));

    private async Task SaveAsync()
    {
        ApiKeyResponseData? saved = null;
        if (
            await _form.SubmitAsync(
                async cancellationToken =>
                    saved = (
                        await Session.Gateway.ApiKeys.UpdateAsync(ApiKey.Id, _form.Model.ToUpdate(), cancellationToken)
                    ).Data,
                _closing.Token
            )
        )
        {
            Dialogs.Close(saved);
        }
    }
}
