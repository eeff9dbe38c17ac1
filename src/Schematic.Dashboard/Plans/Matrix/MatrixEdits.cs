using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Plans.Entitlements;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>Cells of the matrix that were changed and not saved, each as a change of what it held then.</summary>
public sealed class MatrixEdits
{
    private readonly Dictionary<CellKey, CellEdit> _edits = [];

    public bool IsDirty => _edits.Count > 0;

    public IReadOnlyDictionary<CellKey, CellEdit> All => _edits;

    public int MistakeCount => _edits.Values.Count(static edit => edit.Reading.Mistake is not null);

    public CellEdit? Find(CellKey key) => _edits.GetValueOrDefault(key);

    /// <summary>Takes a text; one that says what the cell holds already is no change.</summary>
    /// <param name="held">What the cell holds; null for nothing.</param>
    public void Set(CellKey key, string text, FeatureType feature, PlanEntitlementResponseData? held)
    {
        var before = held is null ? null : CellValue.From(held);
        var reading = CellReading.Of(text, feature, before);
        if (reading.Mistake is null && reading.Value == before)
            _edits.Remove(key);
        else
            _edits[key] = new(text, reading, held);
    }

    public void Remove(CellKey key) => _edits.Remove(key);

    public void Clear() => _edits.Clear();
}

/// <param name="Text">As it was typed.</param>
/// <param name="Held">The entitlement that the edit is a change of; null if there was none.</param>
public sealed record CellEdit(string Text, CellReading Reading, PlanEntitlementResponseData? Held)
{
    /// <summary>The text to show: as it was typed only while it is not understood.</summary>
    public string Shown => Reading.Mistake is null ? Reading.Value?.Text ?? "" : Text;

    /// <summary>True if the cell no longer holds what the edit is a change of.</summary>
    /// <param name="now">What it holds now; null for nothing.</param>
    public bool IsStale(PlanEntitlementResponseData? now) => !LinesOf(Held).SequenceEqual(LinesOf(now));

    private static IReadOnlyList<string> LinesOf(PlanEntitlementResponseData? entitlement) =>
        entitlement is null ? [] : EntitlementTerms.Lines(entitlement);
}
