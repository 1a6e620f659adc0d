package apws.access;

class BadRequestsOnH2Test extends BadRequests {
}
