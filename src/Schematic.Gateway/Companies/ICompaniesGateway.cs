using RestEase;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Companies;

namespace Schematic.Gateway.Companies
{
    /// <summary>Companies, their memberships and their traits.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface ICompaniesGateway
    {
        /// <summary>Lists companies.</summary>
        [Get("companies")]
        Task<Envelope<IReadOnlyList<CompanyDetailResponseData>>> ListAsync(
            [Query] CompaniesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the companies that the query matches.</summary>
        [Get("companies/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] CompaniesQuery query, CancellationToken cancellationToken);

        /// <summary>Gets one company.</summary>
        [Get("companies/{id}")]
        Task<Envelope<CompanyDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Gets the company that has these keys.</summary>
        [Get("companies/lookup")]
        Task<Envelope<CompanyDetailResponseData>> LookupAsync(
            [Query] KeysQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Creates the company that has these keys, or updates it if it exists.</summary>
        [Post("companies")]
        Task<Envelope<CompanyDetailResponseData>> UpsertAsync(
            [Body] UpsertCompanyRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Creates a company; refused if one of its keys is taken.</summary>
        [Post("companies/create")]
        Task<Envelope<CompanyDetailResponseData>> CreateAsync(
            [Body] UpsertCompanyRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a company and its memberships.</summary>
        [Delete("companies/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Deletes the company that has these keys, and its memberships.</summary>
        [Post("companies/delete")]
        Task<Envelope<CompanyResponseData>> DeleteByKeysAsync(
            [Body] KeysRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Sets or increments one trait of a company.</summary>
        [Post("company-traits")]
        Task<Envelope<CompanyDetailResponseData>> UpsertTraitAsync(
            [Body] UpsertTraitRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists memberships, newest first.</summary>
        [Get("company-memberships")]
        Task<Envelope<IReadOnlyList<CompanyMembershipDetailResponseData>>> ListMembershipsAsync(
            [Query] CompanyMembershipsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Makes a user a member of a company; returns the membership if there is one already.</summary>
        [Post("company-memberships")]
        Task<Envelope<CompanyMembershipDetailResponseData>> GetOrCreateMembershipAsync(
            [Body] GetOrCreateCompanyMembershipRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Removes a user from a company.</summary>
        [Delete("company-memberships/{id}")]
        Task<Envelope<DeleteResponse>> DeleteMembershipAsync([Path] string id, CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="ICompaniesGateway"/>
        public ICompaniesGateway Companies => For<ICompaniesGateway>();
    }
}
