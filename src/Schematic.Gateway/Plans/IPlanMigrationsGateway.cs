using RestEase;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Plans;

namespace Schematic.Gateway.Plans
{
    /// <summary>Moves of companies from versions of a plan to another version of it.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IPlanMigrationsGateway
    {
        /// <summary>Lists the migrations from or to a version, newest first.</summary>
        [Get("plan-version-migrations")]
        Task<Envelope<IReadOnlyList<PlanVersionMigrationResponseData>>> ListAsync(
            [Query] MigrationsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the migrations that the query matches.</summary>
        [Get("plan-version-migrations/count")]
        Task<Envelope<CountResponse>> CountMigrationsAsync(
            [Query] MigrationsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one migration and how far it is.</summary>
        [Get("plan-version-migrations/{id}")]
        Task<Envelope<PlanVersionMigrationResponseData>> GetAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Begins to move companies to a version; the answer does not wait for the last of them.</summary>
        [Post("plan-version-migrations")]
        Task<Envelope<PlanVersionMigrationResponseData>> CreateAsync(
            [Body] CreateMigrationInput body,
            CancellationToken cancellationToken
        );

        /// <summary>Gets the companies that a migration would move, and its effect on each.</summary>
        [Post("plan-version-migrations/preview")]
        Task<Envelope<PlanVersionMigrationPreviewResponseData>> PreviewAsync(
            [Body] PreviewMigrationRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Moves the companies of a migration once more that could not be moved.</summary>
        [Post("plan-version-migrations/{id}/retry")]
        Task<Envelope<PlanVersionMigrationResponseData>> RetryMigrationAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the companies of a migration and what has become of each.</summary>
        [Get("plan-version-migrations/{id}/companies")]
        Task<Envelope<IReadOnlyList<PlanVersionMigrationCompanyResponseData>>> ListMigrationCompaniesAsync(
            [Path] string id,
            [Query] MigrationCompaniesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the companies of a migration that the query matches.</summary>
        [Get("plan-version-migrations/{id}/companies/count")]
        Task<Envelope<CountResponse>> CountMigrationCompaniesAsync(
            [Path] string id,
            [Query] MigrationCompaniesQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IPlanMigrationsGateway"/>
        public IPlanMigrationsGateway PlanMigrations => For<IPlanMigrationsGateway>();
    }
}
