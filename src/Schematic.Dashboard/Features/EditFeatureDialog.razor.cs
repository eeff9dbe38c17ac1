using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Features;

/// <summary>Changes the name and the description of a feature; closes with what the API made of it.</summary>
public sealed partial class EditFeatureDialog : FormDialog<FeatureNames, FeatureDetailResponseData>
{
    [Parameter]
    [EditorRequired]
    public FeatureDetailResponseData Feature { get; set; } = default!;

    protected override FeatureNames CreateModel() => new() { Name = Feature.Name, Description = Feature.Description };

    protected override async Task<FeatureDetailResponseData> SendAsync(
        FeatureNames model,
        CancellationToken cancellationToken
    ) => (await Session.Gateway.Features.UpdateAsync(Feature.Id, model.ToUpdate(), cancellationToken)).Data;
}
