using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// Definitions of keys and traits, which the account shares, and the values a trait has in one environment.
/// </summary>
internal sealed class DefinitionStore(IDatabase database, Caller caller, TimeProvider time)
{
    public async Task<IReadOnlyList<EntityKeyDefinitionResponseData>> ListKeysAsync(
        EntityKeyDefinitionsQuery query,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ListAccountAsync(
            (db, token) => Keys(db, query).OrderByDescending(row => row.Seq).Page(query).ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(row => row.ToContract())];
    }

    public Task<long> CountKeysAsync(EntityKeyDefinitionsQuery query, CancellationToken cancellationToken) =>
        database.ListAccountAsync((db, token) => Keys(db, query).LongCountAsync(token), cancellationToken);

    public async Task<IReadOnlyList<EntityTraitDefinitionResponseData>> ListTraitsAsync(
        EntityTraitDefinitionsQuery query,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ListAccountAsync(
            (db, token) => Traits(db, query).OrderByDescending(row => row.Seq).Page(query).ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(row => row.ToContract())];
    }

    public Task<long> CountTraitsAsync(EntityTraitDefinitionsQuery query, CancellationToken cancellationToken) =>
        database.ListAccountAsync((db, token) => Traits(db, query).LongCountAsync(token), cancellationToken);

    public async Task<EntityTraitDefinitionResponseData> GetTraitAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        return (await FindTraitAsync(db, id, cancellationToken)).ToContract();
    }

    /// <summary>
    /// A definition that is there already is answered as it is; its type is changed by an update only.
    /// </summary>
    public Task<EntityTraitDefinitionResponseData> GetOrCreateTraitAsync(
        CreateEntityTraitDefinitionRequestBody body,
        CancellationToken cancellationToken
    )
    {
        if (
            body.Hierarchy.Count == 0
            || body.Hierarchy.Any(step => step is null or "" || TextLength.IsOver(step, TraitPath.MaxStepLength))
        )
            throw ApiProblem.BadRequest(
                $"hierarchy must name the trait in one or more steps of 1 to {TraitPath.MaxStepLength} characters.",
                "hierarchy"
            );
        var trait = new TraitChange(body.Hierarchy, null, null, body.TraitType);
        return database.WriteAccountAsync(
            async (db, token) =>
            {
                var isNew = !await db.EntityTraitDefinitions.AnyAsync(
                    row => row.EntityType == body.EntityType && row.Hierarchy == trait.Hierarchy,
                    token
                );
                var made = Definitions.NewTrait(body.EntityType, trait, time.Now());
                var stored = await Definitions.GetOrCreateAsync(db, [made], token);
                var row = await FindTraitAsync(db, stored[0].Id, token);
                if (isNew && body.DisplayName is { Length: > 0 } displayName)
                {
                    row.DisplayName = displayName;
                    await db.SaveChangesAsync(token);
                }

                return row.ToContract();
            },
            cancellationToken
        );
    }

    public Task<EntityTraitDefinitionResponseData> UpdateTraitAsync(
        string id,
        UpdateEntityTraitDefinitionRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAccountAsync(
            async (db, token) =>
            {
                var row = await FindTraitAsync(db, id, token);
                row.TraitType = body.TraitType;
                row.DisplayName = body.DisplayName is { Length: > 0 } displayName ? displayName : row.DisplayName;
                row.UpdatedAt = time.Now();
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.TraitDefinition, row.Seq);
                return row.ToContract();
            },
            cancellationToken
        );

    /// <summary>
    /// Deletes the definition and takes the trait off every company or user of this environment, some at a time so that
    /// other writers are not held up. Refused, with nothing changed, while another environment uses the trait too.
    /// </summary>
    public async Task DeleteTraitAsync(string id, CancellationToken cancellationToken)
    {
        var environment = caller.Environment.Seq;
        var definition = await database.WriteAsync(
            environment,
            async (db, token) =>
            {
                // Who has written the trait is done, and who writes it next finds the definition gone.
                await db.HoldUpWritersAsync(new SqlLiteral("entities"), token);
                var row = await FindTraitAsync(db, id, token);
                if (await TraitValues.AreElsewhereAsync(db, row, token))
                    throw ApiProblem.Conflict(
                        $"The trait \"{ApiProblem.Shorten(row.DisplayName)}\" has values in another environment, too. Remove them there first; nothing was changed."
                    );
                db.Remove(row);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.TraitDefinition, row.Seq);
                return row;
            },
            cancellationToken
        );
        await TraitValues.RemoveAsync(database, environment, definition, cancellationToken);
    }

    /// <summary>Distinct values in this environment, in alphabetical order.</summary>
    public Task<IReadOnlyList<EntityTraitValue>> ListValuesAsync(
        EntityTraitValuesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<EntityTraitValue>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var definition = await FindTraitAsync(db, query.DefinitionId, token);
                return await TraitValues.ListAsync(db, definition, query, token);
            },
            cancellationToken
        );

    public Task<long> CountValuesAsync(EntityTraitValuesQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var definition = await FindTraitAsync(db, query.DefinitionId, token);
                return await TraitValues.CountAsync(db, definition, query, token);
            },
            cancellationToken
        );

    private static IQueryable<EntityKeyDefinitionRow> Keys(SchematicDb db, EntityKeyDefinitionsQuery query)
    {
        var rows = db.EntityKeyDefinitions.AsQueryable();
        if (query.EntityType is { } entityType)
            rows = rows.Where(row => row.EntityType == entityType);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (TextPart.FromQuery(query.Q) is { } part)
            rows = rows.Where(row => row.Key.ToLower().Contains(part));
        return rows;
    }

    private static IQueryable<EntityTraitDefinitionRow> Traits(SchematicDb db, EntityTraitDefinitionsQuery query)
    {
        var rows = db.EntityTraitDefinitions.AsQueryable();
        if (query.EntityType is { } entityType)
            rows = rows.Where(row => row.EntityType == entityType);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (query.TraitType is { } traitType)
            rows = rows.Where(row => row.TraitType == traitType);
        if (query.TraitTypes is { } traitTypes)
            rows = rows.Where(row => traitTypes.Contains(row.TraitType));
        if (TextPart.FromQuery(query.Q) is { } part)
            rows = rows.Where(row =>
                row.DisplayName.ToLower().Contains(part) || row.Hierarchy.ToLower().Contains(part)
            );
        return rows;
    }

    private static async Task<EntityTraitDefinitionRow> FindTraitAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        await db.EntityTraitDefinitions.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw ApiProblem.NotFoundInAccount("trait definition", id);
}
