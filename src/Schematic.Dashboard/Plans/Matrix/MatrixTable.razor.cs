using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entitlements;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>
/// The cells of the matrix: plain fields, so that every browser and screen reader knows how to type into them. app.js
/// moves the focus with the arrow keys.
/// </summary>
public sealed partial class MatrixTable : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    /// <summary>Entitlements in the cells.</summary>
    [Parameter]
    [EditorRequired]
    public MatrixData Data { get; set; } = default!;

    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<FeatureDetailResponseData> Features { get; set; } = [];

    /// <summary>The columns.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<PlanDetailResponseData> Plans { get; set; } = [];

    /// <summary>Texts that were typed, changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public MatrixEdits Edits { get; set; } = default!;

    /// <summary>Raised after a cell was changed.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    private static string Text(PlanEntitlementResponseData? held) => held is null ? "" : CellValue.From(held).Text;

    private static string Words(PlanEntitlementResponseData held) =>
        EntitlementWords.Value(EntitlementValue.From(held));

    private static string? CssClass(CellEdit? edit) =>
        edit is null ? null
        : edit.Reading.Mistake is null ? "is-changed"
        : "is-wrong";

    private static string? Title(CellEdit? edit, PlanEntitlementResponseData? held) =>
        edit is null ? null : $"Was {(held is null ? "nothing" : Text(held))}";

    private static string VersionText(PlanDetailResponseData plan) =>
        (plan.DraftVersion, plan.ActiveVersion) switch
        {
            ({ } draft, _) => $"draft v{draft.Version}",
            (null, { } active) => $"v{active.Version}",
            _ => "",
        };

    private Task SetAsync(
        CellKey key,
        string? text,
        FeatureDetailResponseData feature,
        PlanEntitlementResponseData? held
    )
    {
        Edits.Set(key, text ?? "", feature.FeatureType, held);
        return Changed.InvokeAsync();
    }
}
