using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>Makes an API key; closes with the API's answer, which holds the secret this once.</summary>
public sealed partial class NewApiKeyDialog : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private FormState<ApiKeyForm> _form = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    private string EnvironmentHelp =>
        _form.Model.EnvironmentId.Length > 0
            ? "The key sees this environment and no other. It cannot be moved later."
            : "The key names an environment with each request, in the header X-Schematic-Environment-Id.";

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized() => _form = new(new ApiKeyForm { EnvironmentId = Session.Environment.Id });

    private async Task CreateAsync()
    {
        ApiKeyCreateResponseData? created = null;
        if (
            await _form.SubmitAsync(
                async cancellationToken =>
                    created = (
                        await Session.Gateway.ApiKeys.CreateAsync(_form.Model.ToCreate(), cancellationToken)
                    ).Data,
                _closing.Token
            )
        )
        {
            Dialogs.Close(created);
        }
    }
}
