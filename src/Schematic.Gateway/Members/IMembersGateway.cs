using RestEase;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Members;

namespace Schematic.Gateway.Members
{
    /// <summary>Members and invitations.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IMembersGateway
    {
        /// <summary>Lists members, the newest first.</summary>
        [Get("account-members")]
        Task<Envelope<IReadOnlyList<AccountMemberResponseData>>> ListAsync(
            [Query] AccountMembersQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the members that the query matches.</summary>
        [Get("account-members/count")]
        Task<Envelope<CountResponse>> CountAsync(
            [Query] AccountMembersQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one member.</summary>
        [Get("account-members/{id}")]
        Task<Envelope<AccountMemberResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Changes role and rights, or disables; refused with 409 for the only admin.</summary>
        [Put("account-members/{id}")]
        Task<Envelope<AccountMemberResponseData>> UpdateMemberAsync(
            [Path] string id,
            [Body] UpdateAccountMemberRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists invitations that can be accepted, the newest first.</summary>
        [Get("account-invitations")]
        Task<Envelope<IReadOnlyList<InvitationResponseData>>> ListInvitationsAsync(
            [Query] InvitationsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts invitations that can be accepted.</summary>
        [Get("account-invitations/count")]
        Task<Envelope<CountResponse>> CountInvitationsAsync(CancellationToken cancellationToken);

        /// <summary>Invites a person. Only this response contains the secret of the link.</summary>
        [Post("account-invitations")]
        Task<Envelope<InvitationResponseData>> InviteAsync(
            [Body] CreateInvitationRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Takes an invitation back.</summary>
        [Delete("account-invitations/{id}")]
        Task<Envelope<DeleteResponse>> DeleteInvitationAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Gets the invitation of a link; refused with 404 where it cannot be accepted any more.</summary>
        [Post("console/invitations/find")]
        Task<Envelope<InvitationResponseData>> FindInvitationAsync(
            [Body] FindInvitationRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Makes the person of a link a member and signs them in.</summary>
        [Post("console/invitations/accept")]
        Task<Envelope<SessionResponseData>> AcceptInvitationAsync(
            [Body] AcceptInvitationRequestBody body,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IMembersGateway"/>
        public IMembersGateway Members => For<IMembersGateway>();
    }
}
