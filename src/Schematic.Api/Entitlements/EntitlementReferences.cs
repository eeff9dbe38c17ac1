using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entitlements;

/// <summary>Checks that what the value of an entitlement names is there.</summary>
internal static class EntitlementReferences
{
    /// <exception cref="ApiException">400: there is no such trait of companies.</exception>
    public static async Task RequireTraitAsync(SchematicDb db, string? id, CancellationToken cancellationToken)
    {
        if (
            id is not null
            && !await db.EntityTraitDefinitions.AnyAsync(
                row => row.Id == id && row.EntityType == EntityType.Company,
                cancellationToken
            )
        )
            throw ApiProblem.BadRequest(
                $"value_trait_id names no trait of companies: {ApiProblem.Shorten(id)}. Give the id of one.",
                "value_trait_id"
            );
    }
}
