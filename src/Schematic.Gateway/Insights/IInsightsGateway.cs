using RestEase;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Insights;

namespace Schematic.Gateway.Insights
{
    /// <summary>Usage of features over time, by company and by user, and names that nobody uses.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IInsightsGateway
    {
        /// <summary>Gets a company's usage of a feature as a chart of cumulative points.</summary>
        [Get("feature-usage-timeseries")]
        Task<Envelope<FeatureUsageTimeSeriesResponseData>> GetFeatureUsageTimeSeriesAsync(
            [Query] FeatureUsageTimeSeriesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets the usage of a feature by all companies as a chart.</summary>
        [Get("insights/feature-usage-timeseries")]
        Task<Envelope<EnvironmentFeatureUsageTimeSeriesResponseData>> GetEnvironmentFeatureUsageTimeSeriesAsync(
            [Query] EnvironmentFeatureUsageTimeSeriesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>
        /// Lists usage by company, feature and time. Two features of one event each have a row, so that a page may be
        /// longer than its limit: advance by the limit until a page is empty.
        /// </summary>
        [Get("feature-usage-history")]
        Task<Envelope<IReadOnlyList<FeatureUsageHistoryResponseData>>> ListFeatureUsageHistoryAsync(
            [Query] FeatureUsageHistoryQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets a company's usage of a feature by user.</summary>
        [Get("user-usage-by-company")]
        Task<Envelope<UserUsageByCompanyResponseData>> GetUserUsageByCompanyAsync(
            [Query] UserUsageByCompanyQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the companies that use a feature, those with the most usage first.</summary>
        [Get("insights/top-companies")]
        Task<Envelope<IReadOnlyList<CompanyUsageResponseData>>> ListTopCompaniesAsync(
            [Query] TopCompaniesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the companies that use a feature.</summary>
        [Get("insights/top-companies/count")]
        Task<Envelope<CountResponse>> CountTopCompaniesAsync(
            [Query] TopCompaniesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets the features that a company may use, with their usage.</summary>
        [Get("usage-by-company")]
        Task<Envelope<FeatureUsageDetailResponseData>> GetUsageByCompanyAsync(
            [Query] KeysQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Lists names of events and traits that no feature and no rule uses, the latest first.</summary>
        [Get("unknown-names")]
        Task<Envelope<IReadOnlyList<UnknownNameResponseData>>> ListUnknownNamesAsync(
            [Query] UnknownNamesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the names that the query matches.</summary>
        [Get("unknown-names/count")]
        Task<Envelope<CountResponse>> CountUnknownNamesAsync(
            [Query] UnknownNamesQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IInsightsGateway"/>
        public IInsightsGateway Insights => For<IInsightsGateway>();
    }
}
