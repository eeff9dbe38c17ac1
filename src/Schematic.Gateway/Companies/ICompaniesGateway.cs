using RestEase;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Companies;

/// <summary>Companies, their memberships and their traits.</summary>
public interface ICompaniesGateway
{
    [Get("companies")]
    Task<Envelope<IReadOnlyList<CompanyDetailResponseData>>> ListAsync(
        [Query(QuerySerializationMethod.Serialized)] CompaniesQuery query,
        CancellationToken cancellationToken
    );

    [Get("companies/count")]
    Task<Envelope<CountResponse>> CountAsync(
        [Query(QuerySerializationMethod.Serialized)] CompaniesQuery query,
        CancellationToken cancellationToken
    );

    [Get("companies/{id}")]
    Task<Envelope<CompanyDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

    [Get("companies/lookup")]
    Task<Envelope<CompanyDetailResponseData>> LookupAsync(
        [Query(QuerySerializationMethod.Serialized)] KeysQuery query,
        CancellationToken cancellationToken
    );

    [Post("companies")]
    Task<Envelope<CompanyDetailResponseData>> UpsertAsync(
        [Body] UpsertCompanyRequestBody body,
        CancellationToken cancellationToken
    );

    [Post("companies/create")]
    Task<Envelope<CompanyDetailResponseData>> CreateAsync(
        [Body] UpsertCompanyRequestBody body,
        CancellationToken cancellationToken
    );

    [Delete("companies/{id}")]
    Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

    [Post("companies/delete")]
    Task<Envelope<CompanyResponseData>> DeleteByKeysAsync(
        [Body] KeysRequestBody body,
        CancellationToken cancellationToken
    );

    [Post("company-traits")]
    Task<Envelope<CompanyDetailResponseData>> UpsertTraitAsync(
        [Body] UpsertTraitRequestBody body,
        CancellationToken cancellationToken
    );

    [Get("company-memberships")]
    Task<Envelope<IReadOnlyList<CompanyMembershipDetailResponseData>>> ListMembershipsAsync(
        [Query(QuerySerializationMethod.Serialized)] CompanyMembershipsQuery query,
        CancellationToken cancellationToken
    );

    [Post("company-memberships")]
    Task<Envelope<CompanyMembershipDetailResponseData>> GetOrCreateMembershipAsync(
        [Body] GetOrCreateCompanyMembershipRequestBody body,
        CancellationToken cancellationToken
    );

    [Delete("company-memberships/{id}")]
    Task<Envelope<DeleteResponse>> DeleteMembershipAsync([Path] string id, CancellationToken cancellationToken);
}
