using Schematic.Contracts.Insights;

namespace Schematic.Dashboard.Features;

/// <summary>A company in the order of usage.</summary>
/// <param name="Rank">Its place from 1: what is left to tell deleted companies apart.</param>
internal sealed record TopCompany(long Rank, CompanyUsageResponseData Usage);
