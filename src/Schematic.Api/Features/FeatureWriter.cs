using Microsoft.EntityFrameworkCore;
using Schematic.Api.Flags;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Features;

/// <summary>Writes features, and the flags told with them, inside a transaction.</summary>
internal sealed class FeatureWriter(SchematicDb db, DateTimeOffset now)
{
    /// <summary>The feature, which nobody else changes or links a flag to until the transaction ends.</summary>
    public async Task<FeatureRow> LockAsync(string id, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(
            new SqlText($"SELECT seq FROM features WHERE id = {id}{new SqlLiteral(db.Dialect.ForUpdate)}"),
            cancellationToken
        );
        return await FeatureStore.FindAsync(db, id, cancellationToken);
    }

    public async Task<FeatureRow> CreateAsync(CreateFeatureRequestBody body, CancellationToken cancellationToken)
    {
        await FlagWriter.RequireMemberAsync(db, body.MaintainerAccountMemberId, cancellationToken);
        var row = new FeatureRow
        {
            Id = NewId.For(FeatureRow.IdPrefix, now),
            Name = body.Name,
            Description = body.Description,
            FeatureType = body.FeatureType,
            EventSubtype = Text(body.EventSubtype),
            TraitId = Text(body.TraitId),
            Icon = body.Icon ?? "",
            LifecyclePhase = body.LifecyclePhase,
            MaintainerId = body.MaintainerAccountMemberId,
            PluralName = body.PluralName,
            SingularName = body.SingularName,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Check(row);
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.Catalog, row.Seq);
        if (body.Flag is { } flag)
            await WriteFlagAsync(row, flag, cancellationToken);
        return row;
    }

    /// <param name="row">Locked.</param>
    public async Task UpdateAsync(FeatureRow row, UpdateFeatureRequestBody body, CancellationToken cancellationToken)
    {
        if (body.FeatureType is { } type && type != row.FeatureType)
            throw ApiProblem.BadRequest(
                "feature_type cannot change: entitlements and usage depend on it. Create another feature.",
                "feature_type"
            );
        if (body.MaintainerAccountMemberId.IsSet && body.MaintainerAccountMemberId.Value != row.MaintainerId)
            await FlagWriter.RequireMemberAsync(db, body.MaintainerAccountMemberId.Value, cancellationToken);
        row.Name = body.Name ?? row.Name;
        row.Description = body.Description ?? row.Description;
        row.EventSubtype = Text(body.EventSubtype.Or(row.EventSubtype));
        row.TraitId = Text(body.TraitId.Or(row.TraitId));
        row.Icon = body.Icon.Or(row.Icon) ?? "";
        row.LifecyclePhase = body.LifecyclePhase.Or(row.LifecyclePhase);
        row.MaintainerId = body.MaintainerAccountMemberId.Or(row.MaintainerId);
        row.PluralName = body.PluralName.Or(row.PluralName);
        row.SingularName = body.SingularName.Or(row.SingularName);
        Check(row);
        if (db.ChangeTracker.HasChanges())
        {
            row.UpdatedAt = now;
            await db.SaveChangesAsync(cancellationToken);
            db.Changes.Add(ChangeKind.Catalog, row.Seq);
        }

        if (body.Flag is { } flag)
            await WriteFlagAsync(row, flag, cancellationToken);
    }

    /// <summary>The id of the flag that the feature has; null where it has none.</summary>
    public static async Task<string?> FlagIdAsync(
        SchematicDb db,
        FeatureRow feature,
        CancellationToken cancellationToken
    ) =>
        await db
            .Flags.Where(row => row.FeatureSeq == feature.Seq)
            .Select(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task WriteFlagAsync(
        FeatureRow feature,
        CreateOrUpdateFlagRequestBody body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await LinkFlagAsync(feature, body, cancellationToken);
        }
        catch (ApiException refusal)
        {
            throw refusal.Field is null ? refusal.About("flag.id") : refusal.Within("flag");
        }
    }

    // The flag named by its id is linked; else the one the feature has is changed; else one is made.
    private async Task LinkFlagAsync(
        FeatureRow feature,
        CreateOrUpdateFlagRequestBody body,
        CancellationToken cancellationToken
    )
    {
        if (body.FeatureId is not null && body.FeatureId != feature.Id)
            throw ApiProblem.BadRequest("flag.feature_id names another feature. Leave it out.", "feature_id");
        var writer = new FlagWriter(db, now);
        if ((body.Id ?? await FlagIdAsync(db, feature, cancellationToken)) is not { } flagId)
        {
            await writer.CreateAsync(body.FromContract(), feature, cancellationToken);
            return;
        }

        var flag = await writer.LockAsync(flagId, cancellationToken);
        if (flag.FeatureSeq is { } other && other != feature.Seq)
            throw ApiProblem.Conflict(
                $"The flag \"{ApiProblem.Shorten(flag.Key)}\" belongs to another feature. Unlink it there first.",
                "id"
            );
        await writer.UpdateAsync(flag, body.FromContract(), feature, cancellationToken);
    }

    /// <summary>A feature is measured by what its type says, and by nothing else.</summary>
    private static void Check(FeatureRow row)
    {
        if (row.Name.Length == 0)
            throw ApiProblem.BadRequest("name is empty. Give the feature a name.", "name");
        if (row is { FeatureType: FeatureType.Event, EventSubtype: null })
            throw ApiProblem.BadRequest(
                "event_subtype is required for a feature of type event: it names the event that uses the feature.",
                "event_subtype"
            );
        if (row is { FeatureType: FeatureType.Trait, TraitId: null })
            throw ApiProblem.BadRequest(
                "trait_id is required for a feature of type trait: it names the trait that holds the usage.",
                "trait_id"
            );
        if (row is { FeatureType: FeatureType.Trait, EventSubtype: not null })
            throw ApiProblem.BadRequest(
                "event_subtype does not belong to a feature of type trait. Leave it out.",
                "event_subtype"
            );
        if (row is { FeatureType: FeatureType.Boolean or FeatureType.Event, TraitId: not null })
            throw ApiProblem.BadRequest("trait_id belongs to features of type trait only. Leave it out.", "trait_id");
    }

    private static string? Text(string? given) => given is null or "" ? null : given;
}
