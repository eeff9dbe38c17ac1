using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Plans.Migration;

internal static class PlanMigrationEndpoints
{
    private const string Migrations = "/plan-version-migrations";
    private const string One = Migrations + "/{plan_version_migration_id}";

    public static void MapPlanMigrations(this IEndpointRouteBuilder api)
    {
        api.MapGet(Migrations, List).WithName("listMigrations").InEnvironment(Access.Read);
        api.MapPost(Migrations, Create).WithName("createMigration").InEnvironment(PlanVersionsEdit);
        api.MapGet($"{Migrations}/count", Count).WithName("countMigrations").InEnvironment(Access.Read);
        api.MapPost($"{Migrations}/preview", Preview).WithName("previewMigration").InEnvironment(Access.Read);
        api.MapGet(One, Get).WithName("getMigration").InEnvironment(Access.Read);
        api.MapPost($"{One}/retry", Retry).WithName("retryMigration").InEnvironment(PlanVersionsEdit);
        api.MapGet($"{One}/companies", ListCompanies).WithName("listMigrationCompanies").InEnvironment(Access.Read);
        api.MapGet($"{One}/companies/count", CountCompanies)
            .WithName("countMigrationCompanies")
            .InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<PlanVersionMigrationResponseData>>>> List(
        Query<MigrationsQuery> query,
        PlanMigrationStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<MigrationsQuery> query,
        PlanMigrationStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Created<Envelope<PlanVersionMigrationResponseData>>> Create(
        Body<CreateMigrationInput> body,
        PlanMigrationStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<PlanVersionMigrationPreviewResponseData>>> Preview(
        Body<PreviewMigrationRequestBody> body,
        PlanMigrationPreview preview,
        CancellationToken cancellationToken
    ) => Responses.Ok(await preview.GetAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<PlanVersionMigrationResponseData>>> Get(
        string plan_version_migration_id,
        PlanMigrationStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(plan_version_migration_id, cancellationToken));

    private static async Task<Ok<Envelope<PlanVersionMigrationResponseData>>> Retry(
        string plan_version_migration_id,
        PlanMigrationStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.RetryAsync(plan_version_migration_id, cancellationToken));

    private static async Task<Ok<Envelope<IReadOnlyList<PlanVersionMigrationCompanyResponseData>>>> ListCompanies(
        string plan_version_migration_id,
        Query<MigrationCompaniesQuery> query,
        PlanMigrationStore store,
        CancellationToken cancellationToken
    ) =>
        Responses.Ok(
            await store.ListCompaniesAsync(plan_version_migration_id, query.Value, cancellationToken),
            query.Value
        );

    private static async Task<Ok<Envelope<CountResponse>>> CountCompanies(
        string plan_version_migration_id,
        Query<MigrationCompaniesQuery> query,
        PlanMigrationStore store,
        CancellationToken cancellationToken
    ) =>
        Responses.Count(
            await store.CountCompaniesAsync(plan_version_migration_id, query.Value, cancellationToken),
            query.Value
        );
}
