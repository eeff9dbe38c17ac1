using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Flags;

/// <summary>Changes what a flag is besides its rules; closes with the API's answer.</summary>
public sealed partial class EditFlagDialog : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private FormState<FlagForm> _form = default!;
    private IReadOnlyList<FeatureDetailResponseData> _features = [];

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public FlagDetailResponseData Flag { get; set; } = default!;

    /// <summary>The state that is changed, for <c>If-Match</c>.</summary>
    [Parameter]
    public string? Tag { get; set; }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _form = new(FlagForm.FromContract(Flag));
        _features = await LinkableFeatures.ListAsync(Session.Gateway.Features, Flag.Id, _closing.Token);
    }

    private async Task SaveAsync()
    {
        Envelope<FlagDetailResponseData>? saved = null;
        if (
            await _form.SubmitAsync(
                async cancellationToken =>
                    saved = await Session.Gateway.Flags.UpdateAsync(
                        Flag.Id,
                        _form.Model.ToContract(),
                        Tag,
                        cancellationToken
                    ),
                _closing.Token
            )
        )
            Dialogs.Close(saved);
    }
}
