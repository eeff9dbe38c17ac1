using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Flags;

/// <summary>Changes what a flag is besides its rules; closes with the API's answer.</summary>
public sealed partial class EditFlagDialog : FormDialog<FlagForm, Envelope<FlagDetailResponseData>>
{
    private IReadOnlyList<FeatureDetailResponseData> _features = [];

    [Parameter]
    [EditorRequired]
    public FlagDetailResponseData Flag { get; set; } = default!;

    /// <summary>The state that is changed, for <c>If-Match</c>.</summary>
    [Parameter]
    public string? Tag { get; set; }

    protected override FlagForm CreateModel() => FlagForm.FromContract(Flag);

    protected override async Task OnInitializedAsync() =>
        _features = await LinkableFeatures.ListAsync(Session.Gateway.Features, Flag.Id, Closing);

    protected override Task<Envelope<FlagDetailResponseData>> SendAsync(
        FlagForm model,
        CancellationToken cancellationToken
    ) => Session.Gateway.Flags.UpdateAsync(Flag.Id, model.ToContract(), Tag, cancellationToken);
}
