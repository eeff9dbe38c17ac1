using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Features;

/// <summary>Changes what a feature is called; closes with what the API made of it.</summary>
public sealed partial class EditFeatureDialog : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private FormState<Draft> _form = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public FeatureDetailResponseData Feature { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized() =>
        _form = new(new Draft { Name = Feature.Name, Description = Feature.Description });

    private async Task SaveAsync()
    {
        FeatureDetailResponseData? saved = null;
        var body = new UpdateFeatureRequestBody
        {
            Name = _form.Model.Name.Trim(),
            Description = _form.Model.Description.Trim(),
        };
        if (
            await _form.SubmitAsync(
                async cancellationToken =>
                    saved = (await Session.Gateway.Features.UpdateAsync(Feature.Id, body, cancellationToken)).Data,
                _closing.Token
            )
        )
            Dialogs.Close(saved);
    }

    private sealed class Draft
    {
        [Required(ErrorMessage = "Name the feature as your customers know it.")]
        [StringLength(512, ErrorMessage = "Use at most 512 characters.")]
        public string Name { get; set; } = "";

        [StringLength(1024, ErrorMessage = "Use at most 1,024 characters.")]
        public string Description { get; set; } = "";
    }
}
