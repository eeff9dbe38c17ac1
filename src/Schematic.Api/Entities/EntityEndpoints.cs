using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Entities;

internal static class EntityEndpoints
{
    public static void MapEntities(this IEndpointRouteBuilder api)
    {
        api.MapGet("/entity-key-definitions", ListKeyDefinitions)
            .WithName("listEntityKeyDefinitions")
            .InAccount(Access.Read);
        api.MapGet("/entity-key-definitions/count", CountKeyDefinitions)
            .WithName("countEntityKeyDefinitions")
            .InAccount(Access.Read);
        api.MapGet("/entity-trait-definitions", ListTraitDefinitions)
            .WithName("listEntityTraitDefinitions")
            .InAccount(Access.Read);
        api.MapPost("/entity-trait-definitions", GetOrCreateTraitDefinition)
            .WithName("getOrCreateEntityTraitDefinition")
            .InAccount(CompaniesEdit);
        api.MapGet("/entity-trait-definitions/count", CountTraitDefinitions)
            .WithName("countEntityTraitDefinitions")
            .InAccount(Access.Read);
        api.MapGet("/entity-trait-definitions/{entity_trait_definition_id}", GetTraitDefinition)
            .WithName("getEntityTraitDefinition")
            .InAccount(Access.Read);
        api.MapPut("/entity-trait-definitions/{entity_trait_definition_id}", UpdateTraitDefinition)
            .WithName("updateEntityTraitDefinition")
            .InAccount(CompaniesEdit);
        api.MapDelete("/entity-trait-definitions/{entity_trait_definition_id}", DeleteTraitDefinition)
            .WithName("deleteEntityTraitDefinition")
            .InEnvironment(CompaniesEdit);
        api.MapGet("/entity-trait-values", ListTraitValues).WithName("getEntityTraitValues").InEnvironment(Access.Read);
        api.MapGet("/entity-trait-values/count", CountTraitValues)
            .WithName("countTraitValues")
            .InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<EntityKeyDefinitionResponseData>>>> ListKeyDefinitions(
        Query<EntityKeyDefinitionsQuery> query,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListKeysAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountKeyDefinitions(
        Query<EntityKeyDefinitionsQuery> query,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountKeysAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<IReadOnlyList<EntityTraitDefinitionResponseData>>>> ListTraitDefinitions(
        Query<EntityTraitDefinitionsQuery> query,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListTraitsAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountTraitDefinitions(
        Query<EntityTraitDefinitionsQuery> query,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountTraitsAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<EntityTraitDefinitionResponseData>>> GetTraitDefinition(
        string entity_trait_definition_id,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetTraitAsync(entity_trait_definition_id, cancellationToken));

    private static async Task<Ok<Envelope<EntityTraitDefinitionResponseData>>> GetOrCreateTraitDefinition(
        Body<CreateEntityTraitDefinitionRequestBody> body,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetOrCreateTraitAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<EntityTraitDefinitionResponseData>>> UpdateTraitDefinition(
        string entity_trait_definition_id,
        Body<UpdateEntityTraitDefinitionRequestBody> body,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateTraitAsync(entity_trait_definition_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> DeleteTraitDefinition(
        string entity_trait_definition_id,
        DefinitionStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteTraitAsync(entity_trait_definition_id, cancellationToken);
        return Responses.Deleted();
    }

    private static async Task<Ok<Envelope<IReadOnlyList<EntityTraitValue>>>> ListTraitValues(
        Query<EntityTraitValuesQuery> query,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListValuesAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountTraitValues(
        Query<EntityTraitValuesQuery> query,
        DefinitionStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountValuesAsync(query.Value, cancellationToken), query.Value);
}
