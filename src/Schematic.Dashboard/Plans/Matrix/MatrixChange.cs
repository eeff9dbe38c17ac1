using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Gateway.Entitlements;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>A change of one cell as it is reviewed and saved.</summary>
public sealed class MatrixChange
{
    public required CellKey Key { get; init; }

    public required FeatureDetailResponseData Feature { get; init; }

    public required PlanDetailResponseData Plan { get; init; }

    public required CellEdit Edit { get; init; }

    /// <summary>Entitlement in the cell at present; null for nothing.</summary>
    public required PlanEntitlementResponseData? Now { get; set; }

    /// <summary>True if somebody else changed the cell since it was edited.</summary>
    public bool IsStale => Edit.IsStale(Now);

    /// <summary>Whether it is to be saved.</summary>
    public bool IsChosen { get; set; } = true;

    public bool IsSaved { get; private set; }

    /// <summary>Why it was not saved; null if it was, or was not tried.</summary>
    public string? Failure { get; set; }

    public string WasText => TextOf(Edit.Held);

    public string NowText => TextOf(Now);

    public string AfterText => Edit.Reading.Value?.Text ?? "nothing";

    /// <summary>
    /// Writes it over what the cell is shown to hold. If somebody else changes that first, theirs is shown and stays.
    /// </summary>
    public async Task SaveAsync(IEntitlementsGateway entitlements, CancellationToken cancellationToken)
    {
        Failure = null;
        try
        {
            if (Now is not { } present)
                await CreateAsync(entitlements, cancellationToken);
            else if (!await TryWriteAsync(entitlements, present, cancellationToken))
                return;
            IsSaved = true;
        }
        catch (GatewayException stale) when (stale.IsStale)
        {
            GiveWay(stale.Current<PlanEntitlementResponseData>()?.Data);
        }
    }

    private Task CreateAsync(IEntitlementsGateway entitlements, CancellationToken cancellationToken) =>
        Edit.Reading.Value is { } value
            ? entitlements.CreatePlanEntitlementAsync(value.ToCreate(Plan.Id, Feature.Id), cancellationToken)
            : Task.CompletedTask;

    // Cells are read from lists, which have no tags: what is stored is compared first, and its tag keeps it so.
    private async Task<bool> TryWriteAsync(
        IEntitlementsGateway entitlements,
        PlanEntitlementResponseData present,
        CancellationToken cancellationToken
    )
    {
        var now = await entitlements.GetPlanEntitlementAsync(present.Id, cancellationToken);
        if (EntitlementTerms.Describe(now.Data) != EntitlementTerms.Describe(present))
        {
            GiveWay(now.Data);
            return false;
        }

        if (Edit.Reading.Value is { } value)
            await entitlements.UpdatePlanEntitlementAsync(present.Id, value.ToUpdate(), now.ETag, cancellationToken);
        else
            await entitlements.DeletePlanEntitlementAsync(present.Id, now.ETag, cancellationToken);
        return true;
    }

    private void GiveWay(PlanEntitlementResponseData? theirs)
    {
        Now = theirs ?? Now;
        IsChosen = false;
        Failure = "Somebody else changed this cell meanwhile. Theirs stays unless you tick the cell.";
    }

    private static string TextOf(PlanEntitlementResponseData? entitlement) =>
        entitlement is null ? "nothing"
        : CellValue.Fits(entitlement) ? CellValue.From(entitlement).Text
        : string.Join(", ", EntitlementTerms.Lines(entitlement));
}
